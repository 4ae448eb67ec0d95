import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The directory: who can fill a role. Ids are stable while names change. */
export const institutions = pgTable('institutions', {
  id: text().primaryKey(),
  nameEs: text('name_es').notNull(),
  nameEn: text('name_en').notNull(),
  /** Institution kind, e.g. `MIG`, `CON`, `CPA`. */
  kind: text().notNull(),
  /** ISO 3166-1 alpha-2. */
  country: text().notNull(),
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
});
