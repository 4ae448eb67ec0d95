import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Act } from '../../protocols/core/acts.js';
import { addedBy } from './xid8.js';

/** Who acted. `system` acts for time; a person's account is an opaque id. */
export interface Actor {
  readonly institution: string;
  readonly access: string;
  readonly account: string;
}

/** Everything that ever happened in every run. Rows are only added: the database refuses change and removal. */
export const history = pgTable(
  'history',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    /** Chosen by the caller; the same act is entered once. */
    actId: text('act_id').notNull(),
    act: json().$type<Act>().notNull(),
    actor: json().$type<Actor>().notNull(),
    /** SHA-256 over the answers given with the act, salted; null when there were none. */
    answersDigest: text('answers_digest'),
    at: timestamp({ withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    addedBy: addedBy(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq] }),
    unique('history_act').on(table.runId, table.actId),
    uniqueIndex('history_start').on(table.actId).where(sql`seq = 1`),
    index('history_added').on(table.addedBy),
  ],
);
