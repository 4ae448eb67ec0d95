import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { addedBy } from './xid8.js';

/** Who read stored answers of their own institution when. Rows are only added: the database refuses change and removal. */
export const answerOpenings = pgTable(
  'answer_openings',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    /** The act the answers were given with. */
    seq: integer().notNull(),
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
    index('answer_openings_added').on(table.addedBy),
    index('answer_openings_act').on(table.runId, table.seq),
  ],
);
