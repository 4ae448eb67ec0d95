import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './users.js';

/** Secrets of time codes (RFC 6238), sealed under the master key. */
export const totpSecrets = pgTable('totp_secrets', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  sealed: text().notNull(),
  /** The last time step whose code was taken; it and earlier ones are never taken again. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
