import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { passwords } from '../schema/passwords.js';
import { users } from '../schema/users.js';

/** The active person with this address and the hash of the password, in one question whoever it is. */
export async function findPassword(
  db: Database,
  email: string,
): Promise<{ userId: string; hash: string } | undefined> {
  const [row] = await db.orm
    .select({ userId: users.id, hash: passwords.hash })
    .from(users)
    .innerJoin(passwords, eq(passwords.userId, users.id))
    .where(and(sql`lower(${users.email}) = lower(${email})`, eq(users.active, true)));
  return row;
}

/** The hash of a person's password; undefined for somebody who signs in elsewhere. */
export async function findPasswordOf(db: Database, userId: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(eq(passwords.userId, userId));
  return row?.hash;
}

export async function savePassword(db: Database, userId: string, hash: string): Promise<void> {
  await db.orm
    .insert(passwords)
    .values({ userId, hash })
    .onConflictDoUpdate({ target: passwords.userId, set: { hash, changedAt: sql`now()` } });
}
