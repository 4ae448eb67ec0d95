import { sql } from 'drizzle-orm';
import { date, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const MEASURE_KINDS = ['erase', 'hold', 'lift'] as const;
/** Destroy keys of a person; keep them although their time is over (legal hold); end such a hold. */
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const MEASURE_GROUNDS = [
  'person-request',
  'court-order',
  'pending-proceedings',
  'no-longer-needed',
  'entered-by-mistake',
  'proceedings-over',
] as const;
/** Why; a code, because what is written freely tells about the person and would outlive the erasure. */
export type MeasureGround = (typeof MEASURE_GROUNDS)[number];

/**
 * What two people decide about the data of a person: one asks, another decides. The database refuses a decision by whoever
 * asked, a second decision, change and removal.
 */
export const dataMeasures = pgTable(
  'data_measures',
  {
    id: text().primaryKey(),
    personId: text('person_id').notNull(),
    /** The run it was asked for in. */
    runId: text('run_id').notNull(),
    kind: text({ enum: MEASURE_KINDS }).notNull(),
    ground: text({ enum: MEASURE_GROUNDS }).notNull(),
    /** Holds only: the day by which somebody looks whether it is still needed. */
    reviewOn: date('review_on'),
    askedInstitution: text('asked_institution').notNull(),
    /** Opaque id. */
    askedAccount: text('asked_account').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    decision: text({ enum: ['approved', 'refused'] }),
    decidedInstitution: text('decided_institution'),
    decidedAccount: text('decided_account'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [index('data_measures_person').on(table.personId)],
);
