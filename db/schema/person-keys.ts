import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/**
 * The data keys of one person, one per compartment, wrapped by the key with id `wrappedBy`. Destroying the row makes
 * everything stored about the person unreadable while the history still verifies.
 */
export const personKeys = pgTable('person_keys', {
  personId: text('person_id').primaryKey(),
  wrappedBy: text('wrapped_by').notNull(),
  identity: bytea().notNull(),
  contact: bytea().notNull(),
  protection: bytea().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
