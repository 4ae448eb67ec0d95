import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { AccessRole } from '../schema/access-tokens.js';
import { institutions } from '../schema/institutions.js';
import { memberships } from '../schema/memberships.js';
import { type FACTORS, sessions } from '../schema/sessions.js';
import { users } from '../schema/users.js';
import { isCurrent } from './current-role.js';
import { digestOf, randomCode } from './random-code.js';

export type Factor = (typeof FACTORS)[number];

/** A person signed in, in one of their roles. */
export interface Session {
  readonly id: string;
  readonly user: {
    readonly id: string;
    readonly displayName: string;
    readonly email: string;
    readonly language: 'es' | 'en';
  };
  readonly institution: string;
  readonly role: AccessRole;
  readonly country: string;
  readonly timeZone: string;
  readonly factors: readonly Factor[];
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Longest a session lives without use, and at all, in milliseconds. */
export interface SessionLife {
  readonly idle: number;
  readonly absolute: number;
}

/** Opens a session and returns the secret of its cookie, which is kept nowhere. */
export async function openSession(
  db: Database,
  of: {
    userId: string;
    institution: string;
    role: AccessRole;
    factors: readonly Factor[];
    life: SessionLife;
    /** Kind of browser, for the person's own list. */
    device?: string;
  },
): Promise<string> {
  const secret = randomCode(32);
  await db.orm.insert(sessions).values({
    id: randomCode(16),
    tokenHash: digestOf(secret).toString('hex'),
    userId: of.userId,
    institutionId: of.institution,
    role: of.role,
    factors: [...of.factors],
    device: of.device ?? '',
    expiresAt: sql`now() + ${of.life.absolute} * interval '1 millisecond'`,
  });
  return secret;
}

/**
 * The session of a cookie; undefined when it is unknown, revoked, idle or too old, or when the person, the role or the
 * institution is not active any more. Marks it as used, at most once a minute, unless a script asks by itself.
 */
export async function findSession(
  db: Database,
  secret: string,
  life: SessionLife,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<Session | undefined> {
  if (!/^[0-9a-v]{52}$/.test(secret)) return undefined;
  const tokenHash = digestOf(secret).toString('hex');
  const [row] = await db.orm
    .select({
      id: sessions.id,
      user: {
        id: users.id,
        displayName: users.displayName,
        email: users.email,
        language: users.language,
      },
      institution: institutions.id,
      role: sessions.role,
      country: institutions.country,
      timeZone: institutions.timeZone,
      factors: sessions.factors,
      authenticatedAt: sessions.authenticatedAt,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      stale: sql<boolean>`${sessions.seenAt} < now() - interval '1 minute'`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(institutions, eq(institutions.id, sessions.institutionId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, sessions.userId),
        eq(memberships.institutionId, sessions.institutionId),
        eq(memberships.role, sessions.role),
      ),
    )
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.seenAt, sql`now() - ${life.idle} * interval '1 millisecond'`),
        eq(users.active, true),
        isCurrent,
        eq(institutions.active, true),
      ),
    );
  if (!row) return undefined;
  const { stale, ...session } = row;
  if (stale && isUse) {
    await db.orm.update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, session.id));
  }
  return session;
}

/** Ends a session at once. */
export async function revokeSession(db: Database, id: string): Promise<void> {
  await db.orm
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)));
}

/** Ends every session of a person, except one if given; how many there were. */
export async function revokeSessionsOf(
  db: Database,
  userId: string,
  except?: string,
): Promise<number> {
  const rows = await db.orm
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        ...(except === undefined ? [] : [ne(sessions.id, except)]),
      ),
    )
    .returning({ id: sessions.id });
  return rows.length;
}

/** Deletes sessions that ended a day ago or longer, at most so many; how many there were. */
export async function deleteEndedSessions(db: Database, limit: number): Promise<number> {
  const rows = await db.orm.execute(sql`
    DELETE FROM sessions WHERE id IN (
      SELECT id FROM sessions WHERE least(coalesce(revoked_at, 'infinity'), expires_at) < now() - interval '1 day' LIMIT ${limit})
    RETURNING id`);
  return rows.length;
}

/** What changes when a session is replaced by one with a new secret. */
export interface SessionChange {
  readonly institution?: string;
  readonly role?: AccessRole;
  /** The person has just proved who they are, by these factors besides the earlier ones. */
  readonly proved?: readonly Factor[];
}

/**
 * Replaces a session by one with a new secret, e.g. for another role, and returns the secret. The new one ends when the
 * old one would have. Undefined when the old one has ended meanwhile.
 */
export async function replaceSession(
  db: Database,
  session: Session,
  { institution, role, proved }: SessionChange,
): Promise<string | undefined> {
  const secret = randomCode(32);
  const isReplaced = await db.orm.transaction(async (tx) => {
    const [old] = await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(sessions.id, session.id), isNull(sessions.revokedAt)))
      .returning();
    if (!old) return false;
    await tx.insert(sessions).values({
      id: randomCode(16),
      tokenHash: digestOf(secret).toString('hex'),
      userId: old.userId,
      institutionId: institution ?? old.institutionId,
      role: role ?? old.role,
      factors: [...new Set([...old.factors, ...(proved ?? [])])],
      device: old.device,
      authenticatedAt: proved ? sql`now()` : old.authenticatedAt,
      createdAt: old.createdAt,
      expiresAt: old.expiresAt,
    });
    return true;
  });
  return isReplaced ? secret : undefined;
}
