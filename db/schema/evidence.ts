import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

export const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Files that go with the answer to a step. Their content is in `evidence_chunks`, sealed under the person's key. */
export const evidence = pgTable(
  'evidence',
  {
    id: text().primaryKey(),
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of the person who added it. */
    account: text().notNull(),
    type: text({ enum: EVIDENCE_TYPES }).notNull(),
    /** Bytes as stored, after what a picture says of its making was taken out. */
    size: integer().notNull(),
    /** HMAC-SHA-256 of the content under the person's key, hex: part of the answer's digest in the history. */
    digest: text().notNull(),
    /** What it shows, in the words of whoever added it; sealed. */
    description: bytea().notNull(),
    /** The act it was sent with; null until the step is answered. */
    seq: integer(),
    addedAt: timestamp('added_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [index('evidence_step').on(table.runId, table.step, table.opening, table.role)],
);

/** The content of a file in pieces, each sealed on its own. */
export const evidenceChunks = pgTable(
  'evidence_chunks',
  {
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    ciphertext: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.evidenceId, table.n] })],
);
