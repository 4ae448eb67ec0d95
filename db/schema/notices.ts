import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const NOTICE_STATES = ['inbox', 'pending', 'sending', 'sent', 'unknown', 'bounced'] as const;
/**
 * `inbox`: shown in the inbox only, the institution has no mailbox; `pending`: to be sent; `sending`: an attempt is
 * under way or was cut off; `unknown`: the line broke after the mail was handed over; `bounced`: refused for good.
 */
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What an institution is told, and what became of it. */
export const notices = pgTable(
  'notices',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    /** Position among the notices of the act. */
    n: integer().notNull(),
    kind: text().notNull(),
    level: text().notNull(),
    institutionId: text('institution_id').notNull(),
    role: text().notNull(),
    step: text(),
    opening: integer(),
    dueAt: timestamp('due_at', { withTimezone: true }),
    state: text({ enum: NOTICE_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    /** Random per message; the only thing a mail says about the case. */
    reference: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq, table.n] }),
    index('notices_unsent').on(table.createdAt).where(sql`state in ('pending', 'sending')`),
  ],
);
