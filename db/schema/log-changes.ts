import { sql } from 'drizzle-orm';
import { bigserial, index, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { addedBy } from './xid8.js';

/**
 * Whoever made a change, as the database was told: an access of an institution, `system` for the processes and commands of the
 * installation, `guest` for somebody not signed in, e.g. who takes up an invitation.
 */
export interface LoggedActor {
  readonly access: string;
  readonly institution?: string;
  readonly account?: string;
}

/**
 * Changes of who may do what and of where notices go, entered by triggers of the tables concerned: names of columns and
 * codes, no values that are about a person. Rows are only added: the database refuses change and removal.
 */
export const logChanges = pgTable(
  'log_changes',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** Table, or `policy` for the table of permissions of a version of the product. */
    what: text().notNull(),
    how: text().notNull(),
    content: json().notNull(),
    /** Who did it; null for what changed before that was kept. */
    actor: json().$type<LoggedActor>().default(sql`logged_actor()`),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    addedBy: addedBy(),
  },
  (table) => [index('log_changes_added').on(table.addedBy)],
);
