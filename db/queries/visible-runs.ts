import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { StoredRun } from './find-run.js';

/** Which runs somebody may see. The condition is part of the query: what is not visible is never read. */
export interface RunScope {
  readonly institution: string;
  readonly all: boolean;
  readonly asParty: boolean;
  readonly asStarter: boolean;
  readonly asRehearser: boolean;
  /**
   * `protocol@version/role` of roles that learn of a run only when one of its steps or shares reaches them.
   */
  readonly reservedRoles: readonly string[];
  /** `protocol@version` of the versions whose reserved roles are known; absent when all are. A party sees no run of another. */
  readonly versions?: readonly string[];
}

/**
 * SQL condition on `runs r`: the institution is not cut off from it by every role it fills there. Monitors read every run but
 * these: their institution may know of them no more than the people who work beside them.
 */
export function notCutParty(institution: string): SQL {
  const own = sql`SELECT 1 FROM run_parties own WHERE own.run_id = r.id AND own.institution_id = ${institution}`;
  return sql`(NOT EXISTS (${own} AND own.cut) OR EXISTS (${own} AND NOT own.cut))`;
}

/** SQL condition on `runs r`. */
export function visibleTo(scope: RunScope): SQL {
  const { institution } = scope;
  if (scope.all) return notCutParty(institution);
  const reserved = sql`(SELECT value FROM json_array_elements_text(${JSON.stringify(scope.reservedRoles)}::json))`;
  // Who is competent beside a role is bound as `ROLE.rule` and sees no more than the role.
  const key = sql`r.protocol || '@' || r.version || '/' || split_part(p.role, '.', 1)`;
  const known = scope.versions
    ? sql`r.protocol || '@' || r.version IN (SELECT value FROM json_array_elements_text(${JSON.stringify(scope.versions)}::json))`
    : sql`true`;
  const party = sql`${known} AND EXISTS (SELECT 1 FROM run_parties p WHERE p.run_id = r.id AND p.institution_id = ${institution} AND NOT p.cut
    AND (${key} NOT IN ${reserved}
      OR EXISTS (SELECT 1 FROM steps s WHERE s.run_id = r.id AND s.institution_id = ${institution})
      OR was_sent(r.id, ${institution})))`;
  // A party that is cut off finds nothing, as for a run that is not there, and no later.
  const begun = sql`r.started_by = ${institution} AND NOT EXISTS (SELECT 1 FROM run_parties c WHERE c.run_id = r.id
    AND c.institution_id = ${institution} AND c.cut)`;
  // Who started a run and gave its last role away is nobody to it any more, but for a rehearsal.
  const starter = sql`${begun} AND (r.rehearsal OR EXISTS (SELECT 1 FROM run_parties k WHERE k.run_id = r.id
    AND k.institution_id = ${institution}))`;
  return sql`((${scope.asParty} AND (${party})) OR (${scope.asStarter} AND ${starter})
    OR (${scope.asRehearser} AND r.rehearsal AND ${begun}))`;
}

/** A run that somebody may see. */
export interface VisibleRun extends StoredRun {
  /** True when none of the person's data keys was destroyed as it was read; absent where nobody looked. */
  readonly wholeKeys?: boolean;
}

interface Row extends Record<string, unknown> {
  id: string;
  protocol: string;
  version: number;
  pack: string | null;
  personId: string;
  startedBy: string;
  rehearsal: boolean;
  state: string;
  wholeKeys: boolean;
}

/** The run, if it exists and is visible; nobody can tell the two apart. */
export async function findVisibleRun(
  db: Database,
  id: string,
  scope: RunScope,
): Promise<VisibleRun | undefined> {
  const rows = await db.orm.execute<Row>(sql`
    SELECT r.id, r.protocol, r.version, r.pack, r.person_id AS "personId", r.started_by AS "startedBy", r.rehearsal,
      r.state::text AS state, has_whole_keys(r.person_id) AS "wholeKeys"
    FROM runs r WHERE r.id = ${id} AND ${visibleTo(scope)}`);
  const row = rows[0];
  return row && { ...row, state: JSON.parse(row.state) as StoredRun['state'] };
}
