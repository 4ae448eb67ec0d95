import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './users.js';

/** Passwords of people who sign in here rather than at their institution; Argon2id in its own notation, with salt and cost. */
export const passwords = pgTable('passwords', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  hash: text().notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
});
