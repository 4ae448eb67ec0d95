import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The directory: who can fill a role. Ids are stable while names change. */
export const institutions = pgTable(
  'institutions',
  {
    id: text().primaryKey(),
    nameEs: text('name_es').notNull(),
    nameEn: text('name_en').notNull(),
    /** Institution kind, e.g. `MIG`, `CON`, `CPA`. */
    kind: text().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    /**
     * ISO 3166-1 alpha-2 of the State whose authority a consulate (`CON`) or foreign ministry (`MFA`) is, for these may sit abroad;
     * null while nobody has said. Of any other kind always null: `country` says it.
     */
    ofState: text('of_state'),
    /** IANA zone in which its days begin and end. */
    timeZone: text('time_zone').notNull(),
    language: text({ enum: ['es', 'en'] })
      .notNull()
      .default('es'),
    /** Mailboxes that get notices; without one, notices stay in the inbox only. */
    email: text(),
    supervisorEmail: text('supervisor_email'),
    active: boolean().notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check(
      'institutions_of_state',
      sql`${table.ofState} is null or (${table.kind} in ('CON', 'MFA') and ${table.ofState} ~ '^[A-Z]{2}$')`,
    ),
  ],
);
