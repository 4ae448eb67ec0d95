import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { xid8 } from './xid8.js';

/** Where the log stands; one row, made when the log begins. */
export const logState = pgTable('log_state', {
  id: integer().primaryKey().default(1),
  /** Name of the log for ever; part of every checkpoint. */
  origin: text().notNull(),
  size: bigint({ mode: 'number' }).notNull(),
  /** Rows of all transactions before this one are in the log. */
  horizon: xid8().notNull(),
  /** The cluster whose transactions are counted; another one after a dump was restored. */
  cluster: text().notNull(),
  /** Makes the salts of commitments; sealed under the master key. */
  sealedSalts: text('sealed_salts').notNull(),
});
