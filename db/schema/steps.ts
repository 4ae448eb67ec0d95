import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const STEP_STATUSES = ['open', 'suspended', 'signed', 'closed', 'withdrawn'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** Inboxes: one row per opening of a step and role that must sign it. A projection of the history. */
export const steps = pgTable(
  'steps',
  {
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    status: text({ enum: STEP_STATUSES }).notNull().default('open'),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }),
    paused: boolean().notNull().default(false),
    lapsedAt: timestamp('lapsed_at', { withTimezone: true }),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    outcome: text(),
    bySilence: boolean('by_silence').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.step, table.opening, table.role] }),
    index('steps_inbox')
      .on(table.institutionId, table.dueAt)
      .where(sql`status in ('open', 'suspended')`),
  ],
);
