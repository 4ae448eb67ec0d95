import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { users } from './users.js';

/** People who lost their password or second factor and ask their institution for a way back; another person decides. */
export const recoveries = pgTable(
  'recoveries',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull().defaultNow(),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    decidedBy: text('decided_by').references(() => users.id),
    decision: text({ enum: ['approved', 'refused'] }),
  },
  (table) => [uniqueIndex('recoveries_open').on(table.userId).where(sql`decided_at is null`)],
);
