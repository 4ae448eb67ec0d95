import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { passkeys } from '../schema/passkeys.js';
import { totpSecrets } from '../schema/totp-secrets.js';
import { users } from '../schema/users.js';

/** Which second factors a person has set up. */
export interface SecondFactors {
  readonly totp: boolean;
  readonly passkeys: number;
}

export async function findSecondFactors(db: Database, userId: string): Promise<SecondFactors> {
  const [totp, keys] = await Promise.all([findTotp(db, userId), listPasskeys(db, userId)]);
  return { totp: totp !== undefined, passkeys: keys.length };
}

/** The sealed secret of a person's time codes. */
export async function findTotp(db: Database, userId: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ sealed: totpSecrets.sealed })
    .from(totpSecrets)
    .where(eq(totpSecrets.userId, userId));
  return row?.sealed;
}

/** Keeps a secret whose first code was right; that code counts as used. Replaces an earlier secret. */
export async function saveTotp(
  db: Database,
  userId: string,
  sealed: string,
  step: number,
): Promise<void> {
  const set = { sealed, lastStep: step, createdAt: sql`now()` };
  await db.orm
    .insert(totpSecrets)
    .values({ userId, sealed, lastStep: step })
    .onConflictDoUpdate({ target: totpSecrets.userId, set });
}

/** Uses up the code of a time step. False when it or a later one was used before. */
export async function takeTotpStep(db: Database, userId: string, step: number): Promise<boolean> {
  const rows = await db.orm
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(eq(totpSecrets.userId, userId), lt(totpSecrets.lastStep, step)))
    .returning({ step: totpSecrets.lastStep });
  return rows.length > 0;
}

/** A passkey as needed to check a signature. */
export interface Passkey {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

export async function listPasskeys(db: Database, userId: string): Promise<Passkey[]> {
  const { id, publicKey, counter, transports, createdAt, usedAt } = passkeys;
  return db.orm
    .select({ id, publicKey, counter, transports, createdAt, usedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(passkeys.createdAt);
}

/** Adds a passkey. False when the device's key is known already, whoever it belongs to. */
export async function addPasskey(
  db: Database,
  userId: string,
  key: { id: string; publicKey: Uint8Array; counter: number; transports: readonly string[] },
): Promise<boolean> {
  const rows = await db.orm
    .insert(passkeys)
    .values({
      id: key.id,
      userId,
      publicKey: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: [...key.transports],
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

/** A passkey was used; `counter` is what the device says now. */
export async function markPasskeyUsed(db: Database, id: string, counter: number): Promise<void> {
  await db.orm.update(passkeys).set({ counter, usedAt: sql`now()` }).where(eq(passkeys.id, id));
}

/** Removes every second factor of a person, for a recovery. */
export async function removeSecondFactors(db: Database, userId: string): Promise<void> {
  await db.orm.transaction(async (tx) => {
    await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
  });
}

/** Which factor a person wants to be rid of. */
export type RemovedFactor =
  | { readonly kind: 'totp' }
  | { readonly kind: 'passkey'; readonly id: string };

/**
 * Removes one second factor of a person. `last` where `keepOne` and nothing else would be left: two removals at once are
 * judged one after the other. `unknown` where there is no such factor.
 */
export async function removeFactor(
  db: Database,
  userId: string,
  which: RemovedFactor,
  { keepOne }: { keepOne: boolean },
): Promise<'removed' | 'last' | 'unknown'> {
  return db.orm.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    const codes = await tx
      .select({ id: totpSecrets.userId })
      .from(totpSecrets)
      .where(eq(totpSecrets.userId, userId));
    const keys = await tx
      .select({ id: passkeys.id })
      .from(passkeys)
      .where(eq(passkeys.userId, userId));
    const isThere =
      which.kind === 'totp' ? codes.length > 0 : keys.some(({ id }) => id === which.id);
    if (!isThere) return 'unknown';
    if (keepOne && codes.length + keys.length === 1) return 'last';
    if (which.kind === 'totp') await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId));
    else await tx.delete(passkeys).where(eq(passkeys.id, which.id));
    return 'removed';
  });
}
