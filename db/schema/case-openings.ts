import { sql } from 'drizzle-orm';
import { bigserial, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { addedBy } from './xid8.js';

/**
 * Who was shown sealed texts of a case other than packets and answers of their own: drafts, requests, descriptions of
 * files. Rows are only added: the database refuses change and removal.
 */
export const caseOpenings = pgTable(
  'case_openings',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    /** What was shown, as a code, and of which step. */
    what: text().notNull(),
    which: text().notNull(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of the access used. */
    account: text().notNull(),
    /** In which role; null for what was opened before that was kept. */
    access: text(),
    openedAt: timestamp('opened_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    addedBy: addedBy(),
  },
  (table) => [
    index('case_openings_added').on(table.addedBy),
    index('case_openings_run').on(table.runId),
  ],
);
