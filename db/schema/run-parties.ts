import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.role] }),
    index('run_parties_institution').on(table.institutionId),
  ],
);
