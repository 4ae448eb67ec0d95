import { boolean, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';
import { users } from './users.js';

/**
 * What an institution (no `user_id`) or one of its people wants of mail, as far as there is a choice: what opens, is
 * overdue, escalates, stops or was shared is told at once, whatever stands here. Without a row the defaults hold.
 */
export const mailPreferences = pgTable(
  'mail_preferences',
  {
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    userId: text('user_id').references(() => users.id),
    /** Deadlines come as calendar files too. */
    calendar: boolean().notNull().default(true),
    /** Reminders before a deadline: each at once, or together at 07:00. */
    reminders: text({ enum: ['each', 'daily'] })
      .notNull()
      .default('each'),
    /** Notices about people of one group operation come in one mail. Of the institution. */
    together: boolean().notNull().default(true),
    /** Notices about what one works on come to the own mailbox. Of a person. */
    own: boolean().notNull().default(true),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('mail_preferences_of').on(table.institutionId, table.userId).nullsNotDistinct(),
  ],
);
