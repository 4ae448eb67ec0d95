import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './users.js';

export const LINK_KINDS = ['invitation', 'recovery'] as const;

/** Links that let somebody set a password once. Only the SHA-256 of the secret in the address is kept. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text({ enum: LINK_KINDS }).notNull(),
    /** Who had it sent; absent for one made by an operator at the command line. */
    madeBy: text('made_by').references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('one_time_links_user').on(table.userId)],
);
