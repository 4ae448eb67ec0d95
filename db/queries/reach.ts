import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { currentRole } from './current-role.js';

/** An institution with steps to answer and nobody to answer them in time. */
export interface Unreachable {
  readonly institution: string;
  /** Its open steps. */
  readonly steps: number;
}

/**
 * Institutions that have open steps and nobody who can be reached before the first of them is due (within a day when it is
 * overdue, a week at most). Reachable is who may answer, is active and renewed, is not away that day, and has hours then or
 * has given none. Rehearsals do not count.
 */
export async function listUnreachable(db: Database): Promise<Unreachable[]> {
  const rows = await db.orm.execute<{ institution: string; steps: number }>(sql`
    WITH waiting AS (
      SELECT s.institution_id AS institution, count(*)::int AS steps, i.time_zone AS zone,
        greatest(now() + interval '1 day', least(now() + interval '7 days',
          coalesce(min(s.due_at) FILTER (WHERE NOT s.paused), 'infinity'))) AS until
      FROM steps s JOIN runs r ON r.id = s.run_id AND NOT r.rehearsal
        JOIN institutions i ON i.id = s.institution_id
      WHERE s.status IN ('open', 'suspended')
      GROUP BY s.institution_id, i.time_zone
    ), days AS (
      SELECT w.*, (date_trunc('day', now() AT TIME ZONE w.zone) + n * interval '1 day') AS day
      FROM waiting w, generate_series(-1, 8) AS n
    )
    SELECT w.institution, w.steps FROM waiting w
    WHERE NOT EXISTS (
      SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id AND u.active
        JOIN days d ON d.institution = w.institution
        LEFT JOIN shifts h ON h.user_id = m.user_id AND h.institution_id = m.institution_id
          AND h.weekday = extract(isodow FROM d.day)
      WHERE m.institution_id = w.institution AND m.role IN ('officer', 'supervisor', 'case-lead')
        AND ${currentRole()}
        AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.user_id = m.user_id AND a.institution_id = m.institution_id
          AND d.day::date BETWEEN a.from_on AND a.until_on)
        AND (h.user_id IS NOT NULL OR NOT EXISTS (
          SELECT 1 FROM shifts any_shift WHERE any_shift.user_id = m.user_id AND any_shift.institution_id = m.institution_id))
        AND (d.day + coalesce(h.from_minute, 0) * interval '1 minute') AT TIME ZONE w.zone < w.until
        AND (d.day + (CASE WHEN h.user_id IS NULL THEN 1440 WHEN h.until_minute <= h.from_minute THEN h.until_minute + 1440
          ELSE h.until_minute END) * interval '1 minute') AT TIME ZONE w.zone > now()
    )
    ORDER BY w.institution`);
  return [...rows];
}

/** Colleagues who are away on a local date and for whom this person answers then: the other way round from `findStandIn`. */
export async function listStoodInFor(
  db: Database,
  of: { userId: string; institution: string; on: string },
): Promise<string[]> {
  const { institution, on } = of;
  const away = await db.orm.execute<{ id: string }>(sql`
    SELECT DISTINCT a.user_id AS id FROM absences a
    WHERE a.institution_id = ${institution} AND ${on}::date BETWEEN a.from_on AND a.until_on
      AND a.deputy_id IS NOT NULL AND a.user_id <> ${of.userId} ORDER BY a.user_id`);
  const found: string[] = [];
  for (const { id } of away) {
    if ((await findStandIn(db, { userId: id, institution, on })) === of.userId) found.push(id);
  }
  return found;
}

/**
 * Who answers for a person at an institution on this local date (`2026-11-27`): the person, or who stands in while they are
 * away; undefined when nobody of them is there. Deputies who are away have deputies of their own.
 */
export async function findStandIn(
  db: Database,
  of: { userId: string; institution: string; on: string },
): Promise<string | undefined> {
  const [row] = await db.orm.execute<{ id: string }>(sql`
    WITH RECURSIVE chain AS (
      SELECT ${of.userId}::text AS id, ARRAY[${of.userId}::text] AS seen
      UNION ALL
      SELECT a.deputy_id, c.seen || a.deputy_id FROM chain c JOIN absences a ON a.user_id = c.id
        AND a.institution_id = ${of.institution} AND ${of.on}::date BETWEEN a.from_on AND a.until_on
      WHERE a.deputy_id IS NOT NULL AND NOT a.deputy_id = ANY (c.seen) AND cardinality(c.seen) < 6
    )
    SELECT c.id FROM chain c JOIN users u ON u.id = c.id AND u.active
    WHERE NOT EXISTS (SELECT 1 FROM absences a WHERE a.user_id = c.id AND a.institution_id = ${of.institution}
        AND ${of.on}::date BETWEEN a.from_on AND a.until_on)
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = c.id AND m.institution_id = ${of.institution}
        AND ${currentRole()})
    ORDER BY cardinality(c.seen), c.id LIMIT 1`);
  return row?.id;
}
