import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { identities } from '../schema/identities.js';
import { identityProviders } from '../schema/identity-providers.js';
import { institutions } from '../schema/institutions.js';
import { users } from '../schema/users.js';

/** An institution's own sign-in. */
export interface IdentityProvider {
  readonly institution: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed under the master key. */
  readonly clientSecret: string;
}

/** Institutions whose people can sign in at the institution itself, by name. */
export async function listProviders(
  db: Database,
): Promise<{ institution: string; nameEs: string; nameEn: string }[]> {
  return db.orm
    .select({
      institution: institutions.id,
      nameEs: institutions.nameEs,
      nameEn: institutions.nameEn,
    })
    .from(identityProviders)
    .innerJoin(institutions, eq(institutions.id, identityProviders.institutionId))
    .where(and(eq(identityProviders.active, true), eq(institutions.active, true)))
    .orderBy(institutions.nameEs);
}

export async function findProvider(
  db: Database,
  institution: string,
): Promise<IdentityProvider | undefined> {
  const [row] = await db.orm
    .select({
      institution: identityProviders.institutionId,
      issuer: identityProviders.issuer,
      clientId: identityProviders.clientId,
      clientSecret: identityProviders.clientSecret,
    })
    .from(identityProviders)
    .innerJoin(institutions, eq(institutions.id, identityProviders.institutionId))
    .where(
      and(
        eq(identityProviders.institutionId, institution),
        eq(identityProviders.active, true),
        eq(institutions.active, true),
      ),
    );
  return row;
}

/** Enters or changes an institution's own sign-in. Throws for an unknown institution. */
export async function saveProvider(db: Database, of: IdentityProvider): Promise<void> {
  const { institution, issuer, clientId, clientSecret } = of;
  const set = { issuer, clientId, clientSecret, active: true };
  await db.orm
    .insert(identityProviders)
    .values({ institutionId: institution, ...set })
    .onConflictDoUpdate({ target: identityProviders.institutionId, set });
}

/** People of the institution sign in here again. False when it had no sign-in of its own. */
export async function endProvider(db: Database, institution: string): Promise<boolean> {
  const rows = await db.orm
    .update(identityProviders)
    .set({ active: false })
    .where(eq(identityProviders.institutionId, institution))
    .returning({ id: identityProviders.institutionId });
  return rows.length > 0;
}

/** The active person an identity belongs to. */
export async function findUserByIdentity(
  db: Database,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ userId: users.id })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(
      and(eq(identities.issuer, issuer), eq(identities.subject, subject), eq(users.active, true)),
    );
  return row?.userId;
}

/** Whether a person can sign in at an institution. */
export async function hasIdentity(db: Database, userId: string): Promise<boolean> {
  const rows = await db.orm
    .select({ subject: identities.subject })
    .from(identities)
    .where(eq(identities.userId, userId))
    .limit(1);
  return rows.length > 0;
}

/** Links an identity to a person. False when it belongs to another one already. */
export async function linkIdentity(
  db: Database,
  issuer: string,
  subject: string,
  userId: string,
): Promise<boolean> {
  const rows = await db.orm
    .insert(identities)
    .values({ issuer, subject, userId })
    .onConflictDoUpdate({
      target: [identities.issuer, identities.subject],
      set: { userId: sql`${identities.userId}` },
      setWhere: eq(identities.userId, userId),
    })
    .returning({ userId: identities.userId });
  return rows.length > 0;
}
