import { date, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';
import { users } from './users.js';

/** When somebody is away from an institution, both days included, and who stands in. */
export const absences = pgTable(
  'absences',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on').notNull(),
    deputyId: text('deputy_id').references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('absences_user').on(table.userId, table.institutionId)],
);
