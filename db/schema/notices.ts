import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const NOTICE_STATES = [
  'inbox',
  'pending',
  'bundled',
  'sending',
  'sent',
  'unknown',
  'bounced',
  'obsolete',
] as const;
/**
 * `inbox`: shown in the inbox only, the institution has no mailbox; `pending`: to be sent; `bundled`: goes out
 * together with others (`bundled_notices`); `sending`: an attempt is
 * under way or was cut off; `unknown`: it may have arrived or not; `bounced`: refused for good; `obsolete`: no longer
 * true when its turn came, so not sent.
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
    /** Counts the attempts; only the one that set it may say what became of the notice. */
    attempts: integer().notNull().default(0),
    /** How many attempts ended without anybody knowing whether the mail arrived. */
    doubts: integer().notNull().default(0),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
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
    index('notices_reference').on(table.reference),
    index('notices_bounced').on(table.institutionId, table.createdAt).where(sql`state = 'bounced'`),
  ],
);
