import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Which data key of which person was destroyed when. Kept with the backups of keys: a restored key whose destruction is
 * written here is destroyed again. Rows are only added.
 */
export const keyDestructions = pgTable(
  'key_destructions',
  {
    personId: text('person_id').notNull(),
    compartment: text({ enum: ['identity', 'contact', 'protection'] }).notNull(),
    /** The measure that decided it; null: its time was over. */
    measureId: text('measure_id'),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.personId, table.compartment] })],
);
