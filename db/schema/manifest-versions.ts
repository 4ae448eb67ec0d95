import {
  foreignKey,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { ManifestLine } from '../../protocols/core/acts.js';
import { history } from './history.js';

/** The lists an operation sent, each as it was sent. A projection of the operation's own acts, which hold the lines. */
export const manifestVersions = pgTable(
  'manifest_versions',
  {
    operationId: text('operation_id').notNull(),
    version: integer().notNull(),
    /** The act of the operation that sent it. */
    seq: integer().notNull(),
    frozenAt: timestamp('frozen_at', { withTimezone: true }).notNull(),
    lines: json().$type<readonly ManifestLine[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.version] }),
    foreignKey({
      name: 'manifest_versions_act',
      columns: [table.operationId, table.seq],
      foreignColumns: [history.runId, history.seq],
    }),
  ],
);
