import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { SeatStatus } from '../../protocols/core/state.js';
import type { SeatList } from '../../protocols/language/seat.js';
import { history } from './history.js';
import { runs } from './runs.js';

/**
 * Lines of the lists of group operations: one per person's run and operation, a projection of the acts of that run. The
 * database refuses a line whose act is not the run's own seat act, and more than one new line in a statement.
 */
export const manifestEntries = pgTable(
  'manifest_entries',
  {
    operationId: text('operation_id')
      .notNull()
      .references(() => runs.id),
    /** The person's own run. */
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    /** The act of that run that took the seat. */
    seq: integer().notNull(),
    list: text().$type<SeatList>().notNull(),
    status: text().$type<SeatStatus>().notNull(),
    /** The act of that run that brought it to this status. */
    statusSeq: integer('status_seq').notNull(),
    corrections: integer().notNull().default(0),
    departsAt: timestamp('departs_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.runId] }),
    foreignKey({
      name: 'manifest_entries_seat_act',
      columns: [table.runId, table.seq],
      foreignColumns: [history.runId, history.seq],
    }),
    foreignKey({
      name: 'manifest_entries_status_act',
      columns: [table.runId, table.statusSeq],
      foreignColumns: [history.runId, history.seq],
    }),
    index('manifest_entries_run').on(table.runId),
  ],
);
