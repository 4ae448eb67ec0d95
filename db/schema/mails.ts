import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';
import { users } from './users.js';

export const MAIL_KINDS = [
  'invitation',
  'role',
  'recovery',
  'calendar',
  'daily',
  'operation',
  'bounce',
  'webhook-gone',
  'series-held',
  'series-reviewed',
  'reading-unusual',
  'request',
  'reply',
] as const;
/**
 * The first three are about somebody's account; `calendar`: an entry moved or is to go; `daily`: reminders put together
 * for the morning; `operation`: notices about people of one group operation put together; `bounce`: a notice was refused
 * by its mailbox; `webhook-gone`: an institution's own system wants no more calls; `series-held`, `series-reviewed`: an account that
 * decided in series is held, and what a second person decided about it; `reading-unusual`: an account opens far more cases than is usual;
 * `request`: an institution asks something of the one that leads; `reply`: it has a reply.
 */
export type MailKind = (typeof MAIL_KINDS)[number];

export const MAIL_STATES = [
  'pending',
  'sending',
  'sent',
  'unknown',
  'bounced',
  'obsolete',
  'expired',
] as const;
/** As of a notice; `expired`: what it would have brought can no longer be used. */
export type MailState = (typeof MAIL_STATES)[number];

/** Mails that no single notice stands for. A row waits until a mail server took it; the address is looked up then. */
export const mails = pgTable(
  'mails',
  {
    id: text().primaryKey(),
    kind: text({ enum: MAIL_KINDS }).notNull(),
    /** What it is about: the link, the calendar entry, the notice's reference, the operation, the day. */
    about: text().notNull(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    /** Goes to this person; without one, to the institution's mailbox. */
    userId: text('user_id').references(() => users.id),
    mailbox: text({ enum: ['institution', 'supervisor'] })
      .notNull()
      .default('institution'),
    /** Secret of a one-time link, sealed; gone as soon as it is of no more use here. */
    sealed: text(),
    state: text({ enum: MAIL_STATES }).notNull().default('pending'),
    attempts: integer().notNull().default(0),
    doubts: integer().notNull().default(0),
    notBefore: timestamp('not_before', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [
    index('mails_unsent').on(table.notBefore).where(sql`state in ('pending', 'sending')`),
    // One mail collects what comes while it waits.
    uniqueIndex('mails_collecting')
      .on(table.kind, table.about, table.institutionId, sql`coalesce(${table.userId}, '')`)
      .where(sql`state = 'pending'`),
    index('mails_institution').on(table.institutionId, table.createdAt),
  ],
);
