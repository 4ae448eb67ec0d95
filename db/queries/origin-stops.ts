import { type SQL, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { RunState } from '../../protocols/core/state.js';
import type { StopReason } from '../../protocols/core/stop.js';
import type { StoredRun } from './find-run.js';

/**
 * SQL condition: of this run the institution may be shown something. `run` is a column or value. The same as `NOT cut_off(…)`
 * of the database, written out, because calling it takes longer than finding nothing, and that could be measured.
 */
export function notCutOff(run: SQL, institution: string): SQL {
  const own = sql`SELECT 1 FROM run_parties own WHERE own.run_id = ${run} AND own.institution_id = ${institution}`;
  return sql`(NOT EXISTS (SELECT 1 FROM run_parties cut WHERE cut.run_id = ${run} AND cut.cut)
    OR EXISTS (${own} AND NOT own.cut)
    OR NOT EXISTS (${own}) AND EXISTS (SELECT 1 FROM runs begun WHERE begun.id = ${run} AND begun.started_by = ${institution} AND begun.rehearsal))`;
}

/** A run of the same person, or of somebody of the family. */
export type LinkedRun = StoredRun & { readonly samePerson: boolean };

const PERSONS = `SELECT $1 AS person_id UNION
  SELECT r.person_id FROM family_members mine JOIN runs own ON own.id = mine.run_id AND own.person_id = $1
    JOIN family_members f ON f.unit_id = mine.unit_id JOIN runs r ON r.id = f.run_id`;

/** Every run, ended or not, of a person and of the family; of the same kind: rehearsals only among themselves. */
export async function listLinkedRuns(
  db: postgres.Sql,
  of: { personId: string; rehearsal: boolean },
): Promise<LinkedRun[]> {
  const rows = await db.unsafe<(Omit<LinkedRun, 'state'> & { state: string })[]>(
    `SELECT id, protocol, version, pack, person_id AS "personId", started_by AS "startedBy", rehearsal, state::text AS state,
       person_id = $1 AS "samePerson"
     FROM runs WHERE person_id IN (${PERSONS}) AND rehearsal = $2 ORDER BY id`,
    [of.personId, of.rehearsal],
    { prepare: true },
  );
  return rows.map((row) => ({ ...row, state: JSON.parse(row.state) as RunState }));
}

/** The reason of a stop that stands for a person or the family, if one does. */
export async function findStandingStop(
  db: postgres.Sql,
  of: { personId: string; rehearsal: boolean },
): Promise<StopReason | undefined> {
  const [row] = await db.unsafe<{ reason: StopReason }[]>(
    `SELECT state->'originStop'->>'reason' AS reason FROM runs
     WHERE person_id IN (${PERSONS}) AND rehearsal = $2 AND state->'originStop' IS NOT NULL ORDER BY id LIMIT 1`,
    [of.personId, of.rehearsal],
    { prepare: true },
  );
  return row?.reason;
}
