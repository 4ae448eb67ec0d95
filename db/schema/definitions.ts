import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Published protocol versions. A row never changes but for its retirement, which is for ever. */
export const definitions = pgTable(
  'definitions',
  {
    id: text().notNull(),
    version: integer().notNull(),
    /** SHA-256 of the canonical JSON, hex. */
    digest: text().notNull(),
    /** The definition as JSON text: key order and digest must survive. */
    body: text().notNull(),
    workflowType: text('workflow_type').notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull().defaultNow(),
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
