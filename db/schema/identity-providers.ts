import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';

/** Institutions whose people sign in at the institution itself (OpenID Connect). */
export const identityProviders = pgTable('identity_providers', {
  institutionId: text('institution_id')
    .primaryKey()
    .references(() => institutions.id),
  issuer: text().notNull(),
  clientId: text('client_id').notNull(),
  /** Sealed under the master key. */
  clientSecret: text('client_secret').notNull(),
  active: boolean().notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
