import { sql } from 'drizzle-orm';
import { date, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { LoggedActor } from './log-changes.js';
import { addedBy } from './xid8.js';

/** What an institution was called since when: ids stay while bodies are renamed or merged. Rows are only added. */
export const institutionNames = pgTable(
  'institution_names',
  {
    institutionId: text('institution_id').notNull(),
    /** First local date of the name. */
    since: date({ mode: 'string' }).notNull(),
    nameEs: text('name_es').notNull(),
    nameEn: text('name_en').notNull(),
    /** Where the new name comes from. */
    source: text().notNull(),
    /** Who entered it; null for what was entered before that was kept. */
    actor: json().$type<LoggedActor>().default(sql`logged_actor()`),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
    addedBy: addedBy(),
  },
  (table) => [primaryKey({ columns: [table.institutionId, table.since] })],
);
