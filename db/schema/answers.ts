import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';

/** What people wrote into forms, encrypted under the person's key of the compartment. */
export const answers = pgTable(
  'answers',
  {
    runId: text('run_id').notNull(),
    /** The act the answers were given with. */
    seq: integer().notNull(),
    compartment: text({ enum: ['identity', 'contact', 'protection'] }).notNull(),
    /** Step or event whose form was filled in. */
    form: text().notNull(),
    ciphertext: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.seq, table.compartment] })],
);
