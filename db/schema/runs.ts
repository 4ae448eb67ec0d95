import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { RunState } from '../../protocols/core/state.js';

/** One row per run: the state of the core and what lists need of it. Rebuilt from `history` at any time. */
export const runs = pgTable(
  'runs',
  {
    /** Random, 128 bit; also the heart of the workflow id. */
    id: text().primaryKey(),
    protocol: text().notNull(),
    version: integer().notNull(),
    /** The pack it is under, `id@version`; null where no country or corridor has one. */
    pack: text(),
    personId: text('person_id').notNull(),
    /** The institution whose case lead started the run. */
    startedBy: text('started_by').notNull(),
    /** Its time is skipped, its people are invented, it appears in no figure. For ever. */
    rehearsal: boolean().notNull().default(false),
    seq: integer().notNull(),
    state: json().$type<RunState>().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    ending: text(),
    /** The earliest instant at which something falls due by itself. */
    nextDueAt: timestamp('next_due_at', { withTimezone: true }),
  },
  (table) => [
    index('runs_due').on(table.nextDueAt).where(sql`next_due_at is not null and not rehearsal`),
  ],
);
