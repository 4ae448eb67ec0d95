import { sql } from 'drizzle-orm';
import { bigserial, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { addedBy } from './xid8.js';

/** Who opened which packet when. Rows are only added: the database refuses change and removal. */
export const shareOpenings = pgTable(
  'share_openings',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    share: text().notNull(),
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
    index('share_openings_added').on(table.addedBy),
    index('share_openings_share').on(table.runId, table.share),
  ],
);
