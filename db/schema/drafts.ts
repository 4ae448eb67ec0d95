import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/** Unsent answers of a step, encrypted; one per opening and role. Gone once the step is answered. */
export const drafts = pgTable(
  'drafts',
  {
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    ciphertext: bytea().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
    /** Opaque id of who saved it last. */
    savedBy: text('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.step, table.opening, table.role] })],
);
