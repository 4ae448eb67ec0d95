import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { institutions } from './institutions.js';

export const ACCESS_ROLES = ['officer', 'supervisor', 'case-lead', 'monitor', 'admin'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** Bearer tokens of the API. Only the SHA-256 of a token is kept. */
export const accessTokens = pgTable('access_tokens', {
  id: text().primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  institutionId: text('institution_id')
    .notNull()
    .references(() => institutions.id),
  role: text({ enum: ACCESS_ROLES }).notNull(),
  label: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});
