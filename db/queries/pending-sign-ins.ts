import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { type PendingState, pendingSignIns } from '../schema/pending-sign-ins.js';
import { digestOf, randomCode } from './random-code.js';
import type { Factor } from './sessions.js';

export type { PendingState } from '../schema/pending-sign-ins.js';

/** A sign-in under way in one browser. */
export interface PendingSignIn {
  /** Digest of the cookie; names the sign-in. */
  readonly id: string;
  readonly userId: string | null;
  readonly factors: readonly Factor[];
  readonly back: string;
  readonly state: PendingState;
}

/** Long enough to fetch a telephone, short enough for a browser that was left alone; milliseconds. */
const LIFE = 10 * 60_000;
/** Wrong codes after which the password must be given again. */
const TRIES = 5;

/** Begins a sign-in and returns the secret of its cookie, which is kept nowhere. Removes those that ran out. */
export async function openPendingSignIn(
  db: Database,
  of: { userId?: string; factors?: readonly Factor[]; back: string; state?: PendingState },
): Promise<string> {
  const secret = randomCode(32);
  await db.orm.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, sql`now()`));
  await db.orm.insert(pendingSignIns).values({
    tokenHash: digestOf(secret).toString('hex'),
    userId: of.userId ?? null,
    factors: [...(of.factors ?? [])],
    back: of.back,
    state: of.state ?? {},
    expiresAt: sql`now() + ${LIFE} * interval '1 millisecond'`,
  });
  return secret;
}

/** The sign-in of a cookie; undefined when it is unknown, took too long or had too many wrong codes. */
export async function findPendingSignIn(
  db: Database,
  secret: string,
): Promise<PendingSignIn | undefined> {
  const [row] = await db.orm
    .select({
      id: pendingSignIns.tokenHash,
      userId: pendingSignIns.userId,
      factors: pendingSignIns.factors,
      back: pendingSignIns.back,
      state: pendingSignIns.state,
    })
    .from(pendingSignIns)
    .where(
      and(
        eq(pendingSignIns.tokenHash, digestOf(secret).toString('hex')),
        gt(pendingSignIns.expiresAt, sql`now()`),
        lt(pendingSignIns.tries, TRIES),
      ),
    );
  return row;
}

/** Keeps what the next step must fit. */
export async function keepPendingState(
  db: Database,
  id: string,
  state: PendingState,
): Promise<void> {
  await db.orm.update(pendingSignIns).set({ state }).where(eq(pendingSignIns.tokenHash, id));
}

/** Counts a wrong code. */
export async function countPendingTry(db: Database, id: string): Promise<void> {
  await db.orm
    .update(pendingSignIns)
    .set({ tries: sql`${pendingSignIns.tries} + 1` })
    .where(eq(pendingSignIns.tokenHash, id));
}

/** Ends a sign-in under way. False when it had ended before, so that of two at once only one goes on. */
export async function closePendingSignIn(db: Database, id: string): Promise<boolean> {
  const rows = await db.orm
    .delete(pendingSignIns)
    .where(eq(pendingSignIns.tokenHash, id))
    .returning({ id: pendingSignIns.tokenHash });
  return rows.length > 0;
}
