import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Protocol versions as they hold under a pack version, made once: runs stay on exactly this. Rows are only added. */
export const variants = pgTable(
  'variants',
  {
    protocol: text().notNull(),
    version: integer().notNull(),
    /** `id@version` of the pack. */
    pack: text().notNull(),
    /** SHA-256 of the canonical JSON, hex. */
    digest: text().notNull(),
    /** The varied definition as JSON text. */
    body: text().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.version, table.pack] })],
);
