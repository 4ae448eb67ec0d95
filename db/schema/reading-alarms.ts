import { sql } from 'drizzle-orm';
import { index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** A case somebody opened who had not done so for weeks. */
export interface OpenedCase {
  readonly run: string;
  /** The institution had a task in it, or leads it. */
  readonly related: boolean;
}

/** Accounts that opened far more cases than they and others in their place do. Rows are only added. */
export const readingAlarms = pgTable(
  'reading_alarms',
  {
    id: text().primaryKey(),
    account: text().notNull(),
    institutionId: text('institution_id').notNull(),
    access: text().notNull(),
    /** Cases of the last five days that are new to the account, and what would have been usual. */
    opened: integer().notNull(),
    usual: integer().notNull(),
    /** Of these, cases the institution had nothing to do in. */
    unrelated: integer().notNull(),
    cases: json().$type<readonly OpenedCase[]>().notNull(),
    /** Monitoring bodies of these cases. */
    monitors: text().array().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('reading_alarms_account').on(table.account, table.at)],
);
