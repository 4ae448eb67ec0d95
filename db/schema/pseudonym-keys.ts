import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/** The secret by which a monitoring institution's names of cases are made, wrapped by the master key. Made once. */
export const pseudonymKeys = pgTable('pseudonym_keys', {
  institutionId: text('institution_id').primaryKey(),
  wrappedBy: text('wrapped_by').notNull(),
  wrapped: bytea().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true })
    .notNull()
    .default(sql`clock_timestamp()`),
});
