import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

export const REQUEST_KINDS = ['information', 'not-competent', 'more-time', 'correction'] as const;
/** `correction`: what the institution sent before is wrong; it stays as it was entered. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * What the institution of a step asks of whoever leads the run, where its protocol has no answer for it. Not an act:
 * it changes neither the step nor its deadline. Texts are sealed under the person's key.
 */
export const stepRequests = pgTable(
  'step_requests',
  {
    id: text().primaryKey(),
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of the person who asked. */
    account: text().notNull(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    reason: bytea().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    reply: bytea(),
    repliedBy: text('replied_by'),
    repliedAt: timestamp('replied_at', { withTimezone: true }),
  },
  (table) => [index('step_requests_run').on(table.runId)],
);
