import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';
import { users } from './users.js';

/** Deadlines that were sent as calendar files, and how they were last told. One per opening of a step and recipient. */
export const calendarEntries = pgTable(
  'calendar_entries',
  {
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    /** Whose mailbox has it; without a person, the institution's. */
    userId: text('user_id').references(() => users.id),
    /** Random; says nothing about the run. */
    uid: text().notNull(),
    /** Of the notice it came with; the entry's title. */
    reference: text().notNull(),
    sequence: integer().notNull().default(0),
    /** The deadline as told last; absent once the entry was taken back. */
    dueAt: timestamp('due_at', { withTimezone: true }),
    /** The deadline the entry stood at before it was taken back, which a cancellation repeats. */
    lastDueAt: timestamp('last_due_at', { withTimezone: true }).notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** The step is over for this institution: nothing will change any more. */
    closed: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({
      columns: [table.runId, table.step, table.opening, table.role, table.institutionId],
    }),
    uniqueIndex('calendar_entries_uid').on(table.uid),
    index('calendar_entries_live').on(table.runId).where(sql`not closed`),
  ],
);
