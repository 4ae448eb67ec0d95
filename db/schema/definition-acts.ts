import { sql } from 'drizzle-orm';
import { integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { addedBy } from './xid8.js';

export const DEFINITION_ACT_KINDS = [
  'shipped',
  'drafted',
  'checked',
  'submitted',
  'approved',
  'sent-back',
  'discarded',
  'published',
  'retired',
] as const;
/** What may happen to a protocol as a definition; `shipped` it came with the product. */
export type DefinitionActKind = (typeof DEFINITION_ACT_KINDS)[number];

/**
 * Who did what with which definition when. Rows are only added: the database refuses change and removal, an approval by
 * whoever wrote the draft, and a publication that nobody else approved.
 */
export const definitionActs = pgTable(
  'definition_acts',
  {
    protocol: text().notNull(),
    /** Position among the acts of the protocol. */
    n: integer().notNull(),
    kind: text({ enum: DEFINITION_ACT_KINDS }).notNull(),
    version: integer().notNull(),
    /** SHA-256 of the canonical JSON spoken about, hex. */
    digest: text().notNull(),
    /** The definition as JSON text, with `drafted` only. */
    body: text(),
    institution: text().notNull(),
    /** Opaque id of the access used; `system` for what came with the product. */
    account: text().notNull(),
    reasons: text(),
    /** What was found in the definition at that moment, where it was looked at. */
    findings: json().$type<readonly unknown[]>(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    addedBy: addedBy(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.n] })],
);
