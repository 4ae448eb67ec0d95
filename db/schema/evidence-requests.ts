import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

export const EVIDENCE_STATES = ['pending', 'ready', 'failed', 'expired'] as const;
/** `expired`: the file was removed; what was asked stays. */
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

export const EVIDENCE_FAILURES = ['not-logged', 'too-large', 'not-made'] as const;
/** The signed log does not hold it; more entries than one file may have; it was tried and did not come about. */
export type EvidenceFailure = (typeof EVIDENCE_FAILURES)[number];

/**
 * What monitoring bodies and case leads ask for of the log, for the process that holds its key. Codes and times only. Whoever
 * asks adds rows; nobody but the door's processes says what became of one.
 */
export const evidenceRequests = pgTable(
  'evidence_requests',
  {
    /** Made of the account and its key for the wish, so that the same wish sent twice is one. */
    id: text().primaryKey(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of the access used. */
    account: text().notNull(),
    /** In which role; with it the form: a monitoring body gets names of its own. */
    access: text({ enum: ['monitor', 'case-lead'] }).notNull(),
    /** Null: of a period. */
    runId: text('run_id'),
    /** Of a period: from the last checkpoint before, up to the first one at or after. */
    fromAt: timestamp('from_at', { withTimezone: true }),
    toAt: timestamp('to_at', { withTimezone: true }),
    /** Entries of the log when the reader's own checkpoint was signed. */
    ownSize: bigint('own_size', { mode: 'number' }),
    askedAt: timestamp('asked_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    state: text({ enum: EVIDENCE_STATES }).notNull().default('pending'),
    failure: text({ enum: EVIDENCE_FAILURES }),
    attempts: integer().notNull().default(0),
    nextAt: timestamp('next_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    /** Of the file: bytes, SHA-256 in hex, the checkpoint it leads to, its key sealed under the master key. */
    size: bigint({ mode: 'number' }),
    digest: text(),
    checkpoint: text(),
    sealedKey: text('sealed_key'),
  },
  (table) => [
    index('evidence_requests_due').on(table.nextAt).where(sql`state = 'pending'`),
    index('evidence_requests_institution').on(table.institutionId, table.askedAt),
    index('evidence_requests_expiry').on(table.expiresAt).where(sql`state = 'ready'`),
    check(
      'evidence_requests_of',
      sql`num_nulls(from_at, to_at) = CASE WHEN run_id IS NULL THEN 0 ELSE 2 END AND (run_id IS NOT NULL OR access = 'monitor')`,
    ),
    check(
      'evidence_requests_made',
      sql`(state = 'failed') = (failure IS NOT NULL) AND (state = 'pending') = (ended_at IS NULL)
        AND num_nulls(expires_at, size, digest, checkpoint) = CASE WHEN state IN ('ready', 'expired') THEN 0 ELSE 4 END
        AND (state = 'ready') = (sealed_key IS NOT NULL)`,
    ),
  ],
);

/** The files, in pieces, each sealed under the file's key for its place. */
export const evidencePieces = pgTable(
  'evidence_pieces',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => evidenceRequests.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    ciphertext: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
);
