import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { mails } from './mails.js';

/** Notices that go out together in one mail. */
export const bundledNotices = pgTable(
  'bundled_notices',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    n: integer().notNull(),
    mailId: text('mail_id')
      .notNull()
      .references(() => mails.id),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq, table.n] }),
    index('bundled_notices_mail').on(table.mailId),
  ],
);
