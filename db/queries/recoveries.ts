import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { currentRole } from './current-role.js';
import { randomCode } from './random-code.js';

/** A person who asks for a way back into the account. */
export interface Recovery {
  readonly id: string;
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  /** Epoch milliseconds. */
  readonly askedAt: number;
}

/** Notes that the person with this address asks; nothing happens for an unknown one, or when the person waits already. */
export async function askRecovery(db: Database, email: string): Promise<void> {
  await db.orm.execute(sql`
    INSERT INTO recoveries (id, user_id)
    SELECT ${randomCode(16)}, id FROM users WHERE lower(email) = lower(${email}) AND active
    ON CONFLICT (user_id) WHERE decided_at IS NULL DO NOTHING`);
}

/**
 * The institution answers for the person: of those where they work now, the one they came to first. Another one may give
 * anybody a role without their saying so, and must not thereby open what they may do elsewhere.
 */
const isOfInstitution = (institution: string) => sql`${institution} = (
  SELECT m.institution_id FROM memberships m JOIN institutions i ON i.id = m.institution_id AND i.active
  WHERE m.user_id = r.user_id AND ${currentRole()}
  ORDER BY m.created_at, m.institution_id LIMIT 1)`;

/** Who of an institution waits for a decision, the longest first. Requests end after a week. */
export async function listRecoveries(db: Database, institution: string): Promise<Recovery[]> {
  const rows = await db.orm.execute<{
    id: string;
    userId: string;
    displayName: string;
    email: string;
    askedAt: number;
  }>(sql`
    SELECT r.id, r.user_id AS "userId", u.display_name AS "displayName", u.email,
      (extract(epoch FROM r.asked_at) * 1000)::float8 AS "askedAt"
    FROM recoveries r JOIN users u ON u.id = r.user_id AND u.active
    WHERE r.decided_at IS NULL AND r.asked_at > now() - interval '7 days' AND ${isOfInstitution(institution)}
    ORDER BY r.asked_at, r.id`);
  return [...rows];
}

/**
 * Decides about a request, once, and never about one's own. The person it is about; undefined when it was decided
 * before, is too old, or is not of this institution.
 */
export async function decideRecovery(
  db: Database,
  of: { id: string; by: string; institution: string; decision: 'approved' | 'refused' },
): Promise<string | undefined> {
  const [row] = await db.orm.execute<{ userId: string }>(sql`
    UPDATE recoveries r SET decided_at = now(), decided_by = ${of.by}, decision = ${of.decision}
    WHERE r.id = ${of.id} AND r.decided_at IS NULL AND r.user_id <> ${of.by}
      AND r.asked_at > now() - interval '7 days' AND ${isOfInstitution(of.institution)}
    RETURNING r.user_id AS "userId"`);
  return row?.userId;
}
