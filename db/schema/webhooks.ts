import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';

/** Hosts an institution's own system may be called at. Nobody is called before a second person approved it. */
export const webhookHosts = pgTable(
  'webhook_hosts',
  {
    id: text().primaryKey(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    /** In lower case, with the port unless it is the usual one. */
    host: text().notNull(),
    /** Accounts, as in the history. */
    requestedBy: text('requested_by').notNull(),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    approvedBy: text('approved_by'),
    approvedAt: timestamp('approved_at', { withTimezone: true }),
    removedBy: text('removed_by'),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('webhook_hosts_current')
      .on(table.institutionId, table.host)
      .where(sql`removed_at is null`),
    check('webhook_hosts_two_people', sql`approved_by is null or approved_by <> requested_by`),
  ],
);

export const ENDPOINT_STATES = ['active', 'stopped', 'gone', 'failing'] as const;
/**
 * `stopped` by somebody; `gone`: the other side wants no more calls (410); `failing`: a call was not taken for days. Calls
 * that come up meanwhile wait.
 */
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Addresses of institutions' own systems that are told of notices. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: text().primaryKey(),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    url: text().notNull(),
    /** Of the address; must be one of the institution's approved hosts at each call. */
    host: text().notNull(),
    /** Sealed under the master key. */
    secret: text().notNull(),
    /** The one before, sealed; calls carry a signature of both until then. */
    previousSecret: text('previous_secret'),
    previousUntil: timestamp('previous_until', { withTimezone: true }),
    state: text({ enum: ENDPOINT_STATES }).notNull().default('active'),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('webhook_endpoints_institution').on(table.institutionId)],
);

export const CALL_STATES = ['pending', 'sending', 'delivered', 'failed', 'obsolete'] as const;
/** `failed`: tried for days and not taken; `obsolete`: of a rehearsal, nobody outside may hear of it. */
export type CallState = (typeof CALL_STATES)[number];

/** One call about one notice to one address. The id stays the same over all attempts and replays. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text().primaryKey(),
    endpointId: text('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id),
    /** `notice.` and the kind of the notice. */
    event: text().notNull(),
    reference: text().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }),
    runId: text('run_id').notNull(),
    state: text({ enum: CALL_STATES }).notNull().default('pending'),
    attempts: integer().notNull().default(0),
    nextAt: timestamp('next_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
  },
  (table) => [
    index('webhook_deliveries_due')
      .on(table.endpointId, table.nextAt)
      .where(sql`state in ('pending', 'sending')`),
    index('webhook_deliveries_endpoint').on(table.endpointId, table.createdAt),
  ],
);

/** Every attempt and what became of it: the status of the answer, or why there was none. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id),
    n: integer().notNull(),
    status: integer(),
    failure: text(),
    ms: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.n] })],
);
