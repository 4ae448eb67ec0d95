import { sql } from 'drizzle-orm';
import {
  customType,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const print = customType<{ data: string }>({ dataType: () => 'bit(512)' });

/**
 * Decisions about persons by account, for as long as they count against its pace; deleted after a day. `print` is a keyed
 * fingerprint of the reasons (`door/series/print.ts`): it says how alike two texts are and neither of them.
 */
export const decisionMarks = pgTable(
  'decision_marks',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    account: text().notNull(),
    step: text().notNull(),
    /** The family whose members may have reasons in common, or the person. */
    unit: text().notNull(),
    /** Absent where the reasons are too short to be compared. */
    print: print(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq] }),
    index('decision_marks_account').on(table.account, table.at),
    index('decision_marks_at').on(table.at),
  ],
);

export const HOLD_CAUSES = ['fast', 'alike'] as const;
/** More decisions than a person can give in the time; reasons like those given about other persons. */
export type HoldCause = (typeof HOLD_CAUSES)[number];

/** One decision of a series as it stood when the account was held. */
export interface SeriesDecision {
  readonly run: string;
  readonly seq: number;
  readonly step: string;
  /** ISO instant. */
  readonly at: string;
  /** How alike its reasons are to those of the refused answer, in percent; absent where they cannot be compared. */
  readonly alike?: number;
}

/** Accounts whose decisions about persons came too fast or too much alike. One that is not released stops every further one. */
export const seriesHolds = pgTable(
  'series_holds',
  {
    id: text().primaryKey(),
    account: text().notNull(),
    institutionId: text('institution_id').notNull(),
    cause: text({ enum: HOLD_CAUSES }).notNull(),
    /** The answer that was refused; nothing of it took effect. */
    runId: text('run_id').notNull(),
    step: text().notNull(),
    decisions: json().$type<readonly SeriesDecision[]>().notNull(),
    /** Monitoring bodies of the runs of the series. */
    monitors: text().array().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    releasedAt: timestamp('released_at', { withTimezone: true }),
    /** How many decisions the account may give before its pace counts again. */
    allowance: integer(),
  },
  (table) => [
    uniqueIndex('series_holds_standing').on(table.account).where(sql`released_at is null`),
    index('series_holds_account').on(table.account, table.releasedAt),
    index('series_holds_institution').on(table.institutionId, table.at),
  ],
);

export const REVIEW_DECISIONS = ['released', 'kept'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** What a second person decided about a held account. Rows are only added. */
export const seriesReviews = pgTable(
  'series_reviews',
  {
    id: text().primaryKey(),
    holdId: text('hold_id')
      .notNull()
      .references(() => seriesHolds.id),
    decision: text({ enum: REVIEW_DECISIONS }).notNull(),
    allowance: integer(),
    /** Why, sealed under the master key. */
    reason: text().notNull(),
    institutionId: text('institution_id').notNull(),
    account: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('series_reviews_hold').on(table.holdId)],
);
