import { bigint, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/** Hashes of the log's tree, 256 a row; derived from the leaves, kept so that proofs are cheap. */
export const logTiles = pgTable(
  'log_tiles',
  {
    level: integer().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    hashes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.index] })],
);
