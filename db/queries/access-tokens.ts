import { timingSafeEqual } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../client.js';
import { type AccessRole, accessTokens } from '../schema/access-tokens.js';
import { institutions } from '../schema/institutions.js';
import { digestOf, randomCode } from './random-code.js';

export { ACCESS_ROLES, type AccessRole } from '../schema/access-tokens.js';

/** What a token grants. */
export interface GrantedAccess {
  /** The token's opaque id. */
  readonly account: string;
  readonly institution: string;
  readonly role: AccessRole;
  readonly country: string;
  readonly timeZone: string;
}

/** Makes and stores a token. The token itself is returned once and never kept; throws for an unknown institution. */
export async function createToken(
  db: Database,
  of: { institution: string; role: AccessRole; label: string },
): Promise<{ id: string; token: string }> {
  const id = randomCode(16);
  const token = `rt_${id}_${randomCode(32)}`;
  await db.orm.insert(accessTokens).values({
    id,
    tokenHash: digestOf(token).toString('hex'),
    institutionId: of.institution,
    role: of.role,
    label: of.label,
  });
  return { id, token };
}

/** What a token grants; undefined when it is malformed, unknown, revoked, or its institution is not active. */
export async function findAccessToken(
  db: Database,
  token: string,
): Promise<GrantedAccess | undefined> {
  const id = /^rt_([0-9a-v]{26})_[0-9a-v]{52}$/.exec(token)?.[1];
  if (!id) return undefined;
  const [row] = await db.orm
    .select({
      hash: accessTokens.tokenHash,
      role: accessTokens.role,
      institution: institutions.id,
      country: institutions.country,
      timeZone: institutions.timeZone,
    })
    .from(accessTokens)
    .innerJoin(institutions, eq(institutions.id, accessTokens.institutionId))
    .where(
      and(eq(accessTokens.id, id), isNull(accessTokens.revokedAt), eq(institutions.active, true)),
    );
  // An unknown id is compared too, so that it takes as long as a wrong secret.
  const same = timingSafeEqual(digestOf(token), Buffer.from(row?.hash ?? '00'.repeat(32), 'hex'));
  if (!row || !same) return undefined;
  const { institution, role, country, timeZone } = row;
  return { account: id, institution, role, country, timeZone };
}

/** A token without its secret. */
export interface TokenEntry {
  readonly id: string;
  readonly role: AccessRole;
  readonly label: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The tokens an institution ever had, the newest first. */
export function listTokens(db: Database, institution: string): Promise<TokenEntry[]> {
  const { id, role, label, createdAt, revokedAt, institutionId } = accessTokens;
  return db.orm
    .select({ id, role, label, createdAt, revokedAt })
    .from(accessTokens)
    .where(eq(institutionId, institution))
    .orderBy(desc(createdAt), id);
}

/** Ends a token at once. False when it does not exist or was revoked before. */
export async function revokeToken(db: Database, id: string): Promise<boolean> {
  const rows = await db.orm
    .update(accessTokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(accessTokens.id, id), isNull(accessTokens.revokedAt)))
    .returning({ id: accessTokens.id });
  return rows.length > 0;
}
