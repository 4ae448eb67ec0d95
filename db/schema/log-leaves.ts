import { bigint, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

/** The log: every act, reading and change in one order without gaps. Rows are only added: the database refuses change and removal. */
export const logLeaves = pgTable(
  'log_leaves',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    /** Table of the row the leaf is about, and its name there. */
    source: text().notNull(),
    ref: text().notNull(),
    /** Null for what is about no run. */
    runId: text('run_id'),
    /** Commitments only, as `record/leaf` makes them. */
    leaf: text().notNull(),
    /** Values the row itself does not say and a later version of the rules might say otherwise, as the leaf commits to them. */
    more: text(),
  },
  (table) => [
    uniqueIndex('log_leaves_row').on(table.source, table.ref),
    index('log_leaves_run').on(table.runId, table.position),
  ],
);
