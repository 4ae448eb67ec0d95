import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Published versions of country and corridor packs. A row never changes but for its retirement. */
export const packs = pgTable(
  'packs',
  {
    id: text().notNull(),
    version: integer().notNull(),
    /** SHA-256 of the canonical JSON, hex. */
    digest: text().notNull(),
    /** The pack as JSON text. */
    body: text().notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull().defaultNow(),
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
