import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/** Files on their way here, piece by piece, for the answer to a step. Nobody looked into them yet; only whoever sends one gets at it. */
export const unfinishedUploads = pgTable(
  'unfinished_uploads',
  {
    /** 128 random bits. */
    id: text().primaryKey(),
    runId: text('run_id').notNull(),
    step: text().notNull(),
    opening: integer().notNull(),
    role: text().notNull(),
    institutionId: text('institution_id').notNull(),
    /** Opaque id of the person who sends it. */
    account: text().notNull(),
    /** Bytes of the whole file, as announced. */
    size: integer().notNull(),
    /** Bytes that are here. */
    received: integer().notNull().default(0),
    /** Pieces that are here. */
    pieces: integer().notNull().default(0),
    startedAt: timestamp('started_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    index('unfinished_uploads_account').on(table.account),
    index('unfinished_uploads_run').on(table.runId, table.institutionId),
    index('unfinished_uploads_started').on(table.startedAt),
  ],
);

/** What came of an unfinished file, each piece sealed on its own under the person's key for the place it has in the file. */
export const unfinishedPieces = pgTable(
  'unfinished_pieces',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => unfinishedUploads.id, { onDelete: 'cascade' }),
    /** Where in the file it begins, in bytes. */
    fromByte: integer('from_byte').notNull(),
    ciphertext: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.fromByte] })],
);
