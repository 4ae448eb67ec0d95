import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { runs } from './runs.js';

/** Which institution fills which role of a run: the ground of "an institution sees only its own runs". */
export const runParties = pgTable(
  'run_parties',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    /** No contact with authorities of origin: of this run the institution is shown nothing. */
    cut: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.role] }),
    index('run_parties_institution').on(table.institutionId),
    index('run_parties_cut').on(table.runId).where(sql`cut`),
  ],
);
