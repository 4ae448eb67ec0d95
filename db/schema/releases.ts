import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

export const RELEASE_STATES = [
  'pending',
  'released',
  'acknowledged',
  'suppressed',
  'withheld',
] as const;
/**
 * `suppressed`: the act that would have shared recorded why it did not; `withheld`: what forbids the share came to hold,
 * or the person was erased, before the packet was handed over.
 */

export type ReleaseState = (typeof RELEASE_STATES)[number];

/** Data shared with another institution: one packet per share. Suppressed shares are recorded too. */
export const releases = pgTable(
  'releases',
  {
    runId: text('run_id').notNull(),
    /** `step#opening:share`, stable for the life of the run. */
    share: text().notNull(),
    seq: integer().notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    toRole: text('to_role').notNull(),
    institutionId: text('institution_id').notNull(),
    categories: text().array().notNull(),
    state: text({ enum: RELEASE_STATES }).notNull(),
    packet: bytea(),
    acknowledgeBy: timestamp('acknowledge_by', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    releasedAt: timestamp('released_at', { withTimezone: true }),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.share] }),
    index('releases_recipient').on(table.institutionId),
  ],
);
