import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/**
 * Why somebody did something in a run, in their words, sealed under the person's key. Kept before the act is entered, under
 * its id, so that no act is without its reason; where the act was refused, nothing shows it. Rows are only added.
 */
export const actReasons = pgTable(
  'act_reasons',
  {
    runId: text('run_id').notNull(),
    actId: text('act_id').notNull(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of who gave it. */
    account: text().notNull(),
    reason: bytea().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.actId] }),
    index('act_reasons_institution').on(table.institutionId),
  ],
);
