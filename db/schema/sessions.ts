import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { ACCESS_ROLES } from './access-tokens.js';
import { institutions } from './institutions.js';
import { users } from './users.js';

/** `oidc-mfa`: the institution's own sign-in says that it asked for a second factor. */
export const FACTORS = ['password', 'totp', 'passkey', 'oidc', 'oidc-mfa'] as const;

/** Who is signed in where. Only the SHA-256 of the cookie is kept; a row that is gone or revoked ends the session at once. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** The institution and role in which the person works now. */
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    role: text({ enum: ACCESS_ROLES }).notNull(),
    /** How the person proved who they are. */
    factors: text({ enum: FACTORS }).array().notNull(),
    /** When the person last proved who they are; what cannot be taken back asks for a recent proof. */
    authenticatedAt: timestamp('authenticated_at', { withTimezone: true }).notNull().defaultNow(),
    /** Kind of browser, for the person's own list of sessions; no more than its name and system. */
    device: text().notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [index('sessions_user').on(table.userId)],
);
