import { sql } from 'drizzle-orm';
import {
  bigserial,
  customType,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** By which document number a person can be found: keyed hashes, never the number. Gone with the person's identity key. */
export const documentKeys = pgTable(
  'document_keys',
  {
    personId: text('person_id').notNull(),
    hash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.hash] }),
    index('document_keys_hash').on(table.hash),
  ],
);

/** The key of those hashes, sealed by the master key. Made once. */
export const searchKeys = pgTable('search_keys', {
  id: text().primaryKey(),
  sealed: text().notNull(),
});

/** Who searched, what for, and whether they were told anything. Not what was searched. Rows are only added. */
export const documentSearches = pgTable(
  'document_searches',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    institutionId: text('institution_id').notNull(),
    account: text().notNull(),
    purpose: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('document_searches_institution').on(table.institutionId, table.at)],
);
