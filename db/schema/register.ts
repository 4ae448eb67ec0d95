import { integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { RegisterChange } from '../../protocols/language/register.js';
import type { Source } from '../../protocols/language/text.js';
import type { Actor } from './history.js';
import { addedBy } from './xid8.js';

/** What States made known: days by decree, agreements, closed points, representation. Rows are only added. */
export const register = pgTable('register', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  change: json().$type<RegisterChange>().notNull(),
  source: json().$type<Source>().notNull(),
  note: text(),
  actor: json().$type<Actor>().notNull(),
  enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  addedBy: addedBy(),
});
