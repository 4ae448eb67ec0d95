import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { AccessRole } from '../schema/access-tokens.js';
import { memberships } from '../schema/memberships.js';
import { oneTimeLinks } from '../schema/one-time-links.js';
import { passwords } from '../schema/passwords.js';
import { sessions } from '../schema/sessions.js';
import { users } from '../schema/users.js';
import { RENEWAL_DAYS } from './current-role.js';

/** A person of an institution and how they stand there. */
export interface Colleague {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly AccessRole[];
  /** `current`, `expired` for want of renewal, or `ended`. */
  readonly standing: 'current' | 'expired' | 'ended';
  /** When the roles end unless renewed; epoch milliseconds. */
  readonly until: number;
  /** Has signed in at least once. */
  readonly hasEntered: boolean;
}

/** Each of these words is in the name or the address, whatever the case and the accents of either. */
function isNamed(words: readonly string[]): SQL {
  const plain = (text: SQL) =>
    sql`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g')`;
  const looked = plain(sql`u.display_name || ' ' || u.email`);
  return sql`NOT EXISTS (SELECT FROM json_array_elements_text(${JSON.stringify(words)}::json) AS word
    WHERE position(${plain(sql`word.value`)} IN ${looked}) = 0)`;
}

/** The people of an institution, those who can work there first, by name; all unless some are asked for. */
export async function listPeople(
  db: Database,
  institution: string,
  some: {
    readonly only?: string;
    readonly words?: readonly string[];
    readonly offset?: number;
    readonly limit?: number;
  } = {},
): Promise<Colleague[]> {
  const { only = null, words = [], offset = 0, limit = null } = some;
  const rows = await db.orm.execute<{
    id: string;
    displayName: string;
    email: string;
    roles: AccessRole[];
    standing: Colleague['standing'];
    until: number;
    hasEntered: boolean;
  }>(sql`
    SELECT u.id, u.display_name AS "displayName", u.email, array_agg(m.role ORDER BY m.role) AS roles,
      CASE WHEN NOT (u.active AND bool_or(m.active)) THEN 'ended'
        WHEN max(m.renewed_at) FILTER (WHERE m.active) > now() - ${RENEWAL_DAYS} * interval '1 day' THEN 'current'
        ELSE 'expired' END AS standing,
      (extract(epoch FROM min(m.renewed_at) + ${RENEWAL_DAYS} * interval '1 day') * 1000)::float8 AS until,
      EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = u.id) AS "hasEntered"
    FROM users u JOIN memberships m ON m.user_id = u.id
    WHERE m.institution_id = ${institution} AND (m.active OR NOT EXISTS (
      SELECT 1 FROM memberships other WHERE other.user_id = u.id AND other.institution_id = m.institution_id AND other.active))
      AND (${only}::text IS NULL OR u.id = ${only}) AND ${isNamed(words)}
    GROUP BY u.id
    ORDER BY (NOT (u.active AND bool_or(m.active))), u.display_name, u.id
    OFFSET ${offset} LIMIT ${limit}::bigint`);
  return [...rows];
}

/** How many people `listPeople` has for an institution. */
export async function countPeople(
  db: Database,
  institution: string,
  words: readonly string[] = [],
): Promise<number> {
  const [row] = await db.orm.execute<{ n: number }>(sql`
    SELECT count(DISTINCT u.id)::int AS n FROM users u JOIN memberships m ON m.user_id = u.id
    WHERE m.institution_id = ${institution} AND ${isNamed(words)}`);
  return row!.n;
}

/** A person of an institution; undefined for one of elsewhere. */
export async function findColleague(
  db: Database,
  institution: string,
  userId: string,
): Promise<Colleague | undefined> {
  const [found] = await listPeople(db, institution, { only: userId });
  return found;
}

/** Gives a person a role at an institution, or gives it back; the person can sign in again. */
export async function giveRole(
  db: Database,
  userId: string,
  of: { institution: string; role: AccessRole },
): Promise<void> {
  await db.orm.transaction(async (tx) => {
    await tx.update(users).set({ active: true }).where(eq(users.id, userId));
    await tx
      .insert(memberships)
      .values({ userId, institutionId: of.institution, role: of.role })
      .onConflictDoUpdate({
        target: [memberships.userId, memberships.institutionId, memberships.role],
        set: { active: true, renewedAt: sql`now()` },
      });
  });
}

/** The institution says that the person still works there. False when the person has no role there. */
export async function renewPerson(
  db: Database,
  userId: string,
  institution: string,
): Promise<boolean> {
  const rows = await db.orm
    .update(memberships)
    .set({ renewedAt: sql`now()` })
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.institutionId, institution),
        eq(memberships.active, true),
      ),
    )
    .returning({ role: memberships.role });
  return rows.length > 0;
}

/**
 * A person leaves an institution: roles and sessions there end at once. Whoever has no role anywhere any more cannot sign
 * in, and loses the password and links that were not used. False when the person has no role there.
 */
export async function endPerson(
  db: Database,
  userId: string,
  institution: string,
): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const ended = await tx
      .update(memberships)
      .set({ active: false })
      .where(
        and(
          eq(memberships.userId, userId),
          eq(memberships.institutionId, institution),
          eq(memberships.active, true),
        ),
      )
      .returning({ role: memberships.role });
    if (ended.length === 0) return false;
    await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(sessions.userId, userId),
          eq(sessions.institutionId, institution),
          isNull(sessions.revokedAt),
        ),
      );
    const left = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.userId, userId), eq(memberships.active, true)));
    if (left.length > 0) return true;
    await tx.update(users).set({ active: false }).where(eq(users.id, userId));
    // Whoever comes back chooses a new one: nobody knows where the old one went meanwhile.
    await tx.delete(passwords).where(eq(passwords.userId, userId));
    await tx
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt)));
    return true;
  });
}
