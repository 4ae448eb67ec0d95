import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { AccessRole } from '../schema/access-tokens.js';
import { institutions } from '../schema/institutions.js';
import { memberships } from '../schema/memberships.js';
import { users } from '../schema/users.js';
import { isCurrent } from './current-role.js';
import { randomCode } from './random-code.js';

/** A role a person holds at an institution. */
export interface Membership {
  readonly institution: string;
  readonly role: AccessRole;
}

/** Adds a person with one or more roles and returns the opaque id. */
export async function addUser(
  db: Database,
  of: {
    displayName: string;
    email: string;
    language?: 'es' | 'en';
    memberships: readonly Membership[];
  },
): Promise<string> {
  const id = randomCode(16);
  await db.orm.transaction(async (tx) => {
    const { displayName, email, language = 'es' } = of;
    await tx.insert(users).values({ id, displayName, email, language });
    const rows = of.memberships.map(({ institution, role }) => ({
      userId: id,
      institutionId: institution,
      role,
    }));
    if (rows.length > 0) await tx.insert(memberships).values(rows);
  });
  return id;
}

/** The person with this address, whatever its case; undefined when there is none. */
export async function findUserByEmail(
  db: Database,
  email: string,
): Promise<{ id: string; active: boolean } | undefined> {
  const [row] = await db.orm
    .select({ id: users.id, active: users.active })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`);
  return row;
}

/** The roles a person may work in now. */
export async function listMemberships(db: Database, userId: string): Promise<Membership[]> {
  return db.orm
    .select({ institution: memberships.institutionId, role: memberships.role })
    .from(memberships)
    .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
    .where(and(eq(memberships.userId, userId), isCurrent, eq(institutions.active, true)))
    .orderBy(memberships.institutionId, memberships.role);
}

/** What is known of a person. */
export interface User {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly language: 'es' | 'en';
  readonly active: boolean;
}

export async function findUser(db: Database, id: string): Promise<User | undefined> {
  const { id: key, displayName, email, language, active } = users;
  const [row] = await db.orm
    .select({ id: key, displayName, email, language, active })
    .from(users)
    .where(eq(users.id, id));
  return row;
}

export async function setUserLanguage(
  db: Database,
  id: string,
  language: 'es' | 'en',
): Promise<void> {
  await db.orm.update(users).set({ language }).where(eq(users.id, id));
}
