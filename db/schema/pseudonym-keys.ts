import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The secret by which a monitoring institution's names of cases are made, sealed by the master key. Made once. */
export const pseudonymKeys = pgTable('pseudonym_keys', {
  institutionId: text('institution_id').primaryKey(),
  sealed: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true })
    .notNull()
    .default(sql`clock_timestamp()`),
});
