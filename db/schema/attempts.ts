import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Attempts to prove who one is since the last that succeeded. The key is a digest of what was tried, such as an address,
 * so that an address without an account is slowed down exactly like one with an account.
 */
export const attempts = pgTable('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
  /** No attempt is looked at before. */
  retryAt: timestamp('retry_at', { withTimezone: true }).notNull(),
});
