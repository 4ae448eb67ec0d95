import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { HoldingKind } from '../schema/step-holders.js';
import { currentRole } from './current-role.js';

/** A row of an inbox: one opening of a step for one role. */
export interface Place {
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
}

/** Somebody of an institution. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The access roles that work on steps. */
const WORKING = sql`('officer', 'supervisor', 'case-lead')`;

/**
 * Joins to `steps s` who works on it, as `h.user_id`, `h.since` and `u.display_name`: nobody where that person left the
 * institution, or the step is with another institution now.
 */
export function joinHolder(): SQL {
  return sql`LEFT JOIN (step_holders h JOIN users u ON u.id = h.user_id AND u.active)
    ON h.run_id = s.run_id AND h.step = s.step AND h.opening = s.opening AND h.role = s.role
      AND h.institution_id = s.institution_id AND ${worksAt(sql`h.user_id`, sql`h.institution_id`)}`;
}

function worksAt(user: SQL, institution: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM memberships m JOIN users v ON v.id = m.user_id AND v.active
    WHERE m.user_id = ${user} AND m.institution_id = ${institution} AND ${currentRole()} AND m.role IN ${WORKING})`;
}

function at({ run, step, opening, role }: Place, alias: 's' | 'l'): SQL {
  const of = sql.raw(alias);
  return sql`${of}.run_id = ${run} AND ${of}.step = ${step} AND ${of}.opening = ${opening}::int AND ${of}.role = ${role}`;
}

/** Who works on an open step of an institution. `open` is false once it is answered, taken back or elsewhere. */
export async function findHolder(
  db: Database,
  of: Place & { institution: string },
): Promise<{ open: boolean; holder?: Colleague & { since: number } }> {
  const [row] = await db.orm.execute<{ id: string | null; name: string; since: number }>(sql`
    SELECT h.user_id AS id, u.display_name AS name, (extract(epoch FROM h.since) * 1000)::float8 AS since
    FROM steps s ${joinHolder()}
    WHERE ${at(of, 's')} AND s.institution_id = ${of.institution} AND s.status IN ('open', 'suspended')`);
  if (!row) return { open: false };
  const { id, name, since } = row;
  return { open: true, ...(id === null ? {} : { holder: { id, name, since } }) };
}

/** A change of who works on a step. `null` is nobody. */
export interface Holding extends Place {
  readonly institution: string;
  readonly kind: HoldingKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
}

/**
 * Gives an open step to somebody of its institution, or to nobody, and logs it. Nothing happens, and false comes back,
 * when `from` does not work on it any more, when it is not open there, or when `to` is nobody of the institution.
 */
export async function moveHolding(db: Database, change: Holding): Promise<boolean> {
  const { run, step, opening, role, institution, kind, from, to, by } = change;
  const place = sql`${run}, ${step}, ${opening}::int, ${role}, ${institution}`;
  const rows = await db.orm.execute(sql`
    WITH seen AS (
      SELECT h.user_id AS live, (SELECT x.user_id FROM step_holders x
        WHERE x.run_id = s.run_id AND x.step = s.step AND x.opening = s.opening AND x.role = s.role) AS stored
      FROM steps s ${joinHolder()}
      WHERE ${at(change, 's')} AND s.institution_id = ${institution} AND s.status IN ('open', 'suspended')
    ), allowed AS (
      SELECT stored FROM seen WHERE live IS NOT DISTINCT FROM ${from}::text
        AND (${to}::text IS NULL OR ${worksAt(sql`${to}::text`, sql`${institution}`)})
    ), removed AS (
      DELETE FROM step_holders h USING allowed a WHERE ${to}::text IS NULL AND h.run_id = ${run} AND h.step = ${step}
        AND h.opening = ${opening}::int AND h.role = ${role} AND h.user_id = a.stored RETURNING 1
    ), put AS (
      INSERT INTO step_holders (run_id, step, opening, role, institution_id, user_id)
      SELECT ${place}, ${to}::text FROM allowed WHERE ${to}::text IS NOT NULL
      ON CONFLICT (run_id, step, opening, role) DO UPDATE
        SET user_id = excluded.user_id, institution_id = excluded.institution_id, since = clock_timestamp()
        WHERE step_holders.user_id = (SELECT stored FROM allowed)
      RETURNING 1
    )
    INSERT INTO step_holder_log (run_id, step, opening, role, institution_id, kind, from_user, to_user, by_user)
    SELECT ${place}, ${kind}, ${from}::text, ${to}::text, ${by} FROM (SELECT * FROM removed UNION ALL SELECT * FROM put) AS done
    RETURNING id`);
  return rows.length > 0;
}

/** The people of an institution who work on steps, by name. */
export async function listColleagues(db: Database, institution: string): Promise<Colleague[]> {
  const rows = await db.orm.execute<{ id: string; name: string }>(sql`
    SELECT u.id, u.display_name AS name FROM users u
    WHERE u.active AND ${worksAt(sql`u.id`, sql`${institution}`)} ORDER BY u.display_name, u.id`);
  return [...rows];
}

/** One line of the log of who worked on a step. */
export interface HoldingEntry {
  readonly kind: HoldingKind;
  readonly from: Colleague | null;
  readonly to: Colleague | null;
  readonly by: Colleague;
  readonly at: number;
}

/** Who worked on a step of an institution, newest first, at most fifty. */
export async function listHoldings(
  db: Database,
  of: Place & { institution: string },
): Promise<HoldingEntry[]> {
  const person = (column: string) =>
    sql.raw(
      `CASE WHEN l.${column} IS NULL THEN NULL ELSE json_build_object('id', l.${column}, 'name', (SELECT display_name FROM users WHERE id = l.${column})) END`,
    );
  const rows = await db.orm.execute<{ list: string }>(sql`
    SELECT coalesce(json_agg(e ORDER BY id DESC), '[]')::text AS list FROM (
      SELECT l.id, l.kind, ${person('from_user')} AS "from", ${person('to_user')} AS "to", ${person('by_user')} AS "by",
        (extract(epoch FROM l.at) * 1000)::float8 AS at
      FROM step_holder_log l WHERE ${at(of, 'l')} AND l.institution_id = ${of.institution} ORDER BY l.id DESC LIMIT 50
    ) AS e`);
  return JSON.parse(rows[0]!.list) as HoldingEntry[];
}

/** How somebody of an institution is called; undefined for anybody else, also once they left. */
export async function findName(
  db: Database,
  of: { user: string; institution: string },
): Promise<string | undefined> {
  const rows = await db.orm.execute<{ name: string }>(sql`
    SELECT u.display_name AS name FROM users u WHERE u.id = ${of.user}
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.institution_id = ${of.institution})`);
  return rows[0]?.name;
}
