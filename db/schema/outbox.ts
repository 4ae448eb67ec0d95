import { sql } from 'drizzle-orm';
import { bigserial, integer, json, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { FollowMessage } from '../../protocols/messages.js';

/** Committed acts on their way to the run's workflow. A row goes once the engine has taken it. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    message: json().$type<FollowMessage>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [unique('outbox_act').on(table.runId, table.seq)],
);
