import { sql } from 'drizzle-orm';
import {
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { users } from './users.js';

/**
 * Which person of an institution works on an open step: how work is divided, not an act of the run. Whoever left the
 * institution, and whoever's institution lost the role, holds nothing, whatever stands here (`queries/holders`).
 */
export const stepHolders = pgTable(
  'step_holders',
  {
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    since: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.step, table.opening, table.role] }),
    index('step_holders_user').on(table.userId),
  ],
);

export const HOLDING_KINDS = ['taken', 'released', 'handed-over', 'freed', 'undone'] as const;
/** `freed`: a supervisor took a step from whoever held it; `undone`: the change before was taken back. */
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** Every change of who works on a step. Rows are only added: the database refuses change and removal. */
export const stepHolderLog = pgTable(
  'step_holder_log',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    kind: text({ enum: HOLDING_KINDS }).notNull(),
    fromUser: text('from_user'),
    toUser: text('to_user'),
    byUser: text('by_user').notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('step_holder_log_step').on(table.runId, table.step, table.opening)],
);
