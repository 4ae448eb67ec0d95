import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { FACTORS } from './sessions.js';
import { users } from './users.js';

/** What a sign-in under way waits for; none of it is of use without the cookie of the same browser. */
export interface PendingState {
  /** Of WebAuthn: what the browser must sign. */
  readonly challenge?: string;
  /** The institution whose own sign-in proved who it is; it opens roles there only. */
  readonly only?: string;
  /** At the institution's own sign-in: what its answer must fit. */
  readonly oidc?: {
    readonly institution: string;
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    /** Digest of the invitation that is accepted this way. */
    readonly invitation?: string;
  };
}

/** Sign-ins that are not complete: the password was right, or the browser was sent to the institution's own sign-in. */
export const pendingSignIns = pgTable('pending_sign_ins', {
  /** SHA-256 of the entry cookie. */
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').references(() => users.id),
  factors: text({ enum: FACTORS }).array().notNull(),
  /** Address of this server that was asked for. */
  back: text().notNull(),
  state: jsonb().$type<PendingState>().notNull(),
  tries: integer().notNull().default(0),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});
