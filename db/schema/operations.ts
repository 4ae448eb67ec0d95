import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { runs } from './runs.js';

/** Group operations as their runs declare them. A projection of the history of each. */
export const operations = pgTable('operations', {
  runId: text('run_id')
    .primaryKey()
    .references(() => runs.id),
  /** `removal` or `voluntary`. */
  purpose: text().notNull(),
  capacity: integer().notNull(),
  departsAt: timestamp('departs_at', { withTimezone: true }),
  latestAt: timestamp('latest_at', { withTimezone: true }),
  /** Code of the handover point. */
  point: text(),
  /** Seats may be taken. */
  seating: boolean().notNull(),
  /** Lines that were taken stand. */
  live: boolean().notNull(),
  /** Boarding is over. */
  boarded: boolean().notNull(),
});
