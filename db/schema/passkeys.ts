import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from './bytea.js';
import { users } from './users.js';

/** Passkeys (WebAuthn): public keys only, the private ones never leave people's devices. */
export const passkeys = pgTable(
  'passkeys',
  {
    /** Credential id in base64url. */
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    publicKey: bytea('public_key').notNull(),
    /** Signatures the device says it made; one that goes back means a copied key. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('passkeys_user').on(table.userId)],
);
