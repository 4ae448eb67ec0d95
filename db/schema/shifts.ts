import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';
import { users } from './users.js';

/** Weekly hours of a person at an institution, at most one span a day. Somebody without any counts as reachable at all hours. */
export const shifts = pgTable(
  'shifts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    /** 1 is Monday, 7 is Sunday. */
    weekday: integer().notNull(),
    /** Minutes since midnight in the institution's zone; one that ends before it begins ends on the next day. */
    fromMinute: integer('from_minute').notNull(),
    untilMinute: integer('until_minute').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.institutionId, table.weekday] })],
);
