import type postgres from 'postgres';
import type { ReleaseState } from '../schema/releases.js';
import { enterCalls } from './webhook-calls.js';

/** A share as its release needs it. */
export interface ReleaseToMake {
  readonly seq: number;
  readonly step: string;
  readonly institution: string;
  readonly categories: readonly string[];
  readonly state: ReleaseState;
  /** Position among the shares of the same act. */
  readonly position: number;
}

/** Answers of one form and compartment, sealed. */
export interface StoredAnswers {
  readonly seq: number;
  readonly form: string;
  readonly compartment: string;
  readonly ciphertext: Buffer;
}

/** Notices that are not told by the act itself begin here, so that they meet none that are. */
export const FIRST_ADDED_NOTICE = 1000;

export async function findRelease(
  sql: postgres.Sql,
  runId: string,
  share: string,
): Promise<ReleaseToMake | undefined> {
  const [row] = await sql.unsafe<ReleaseToMake[]>(
    `SELECT x.seq, x.step, x.institution_id AS institution, x.categories, x.state,
       (SELECT count(*)::int FROM releases o WHERE o.run_id = x.run_id AND o.seq = x.seq AND o.share < x.share) AS position
     FROM releases x WHERE x.run_id = $1 AND x.share = $2`,
    [runId, share],
    { prepare: true },
  );
  return row;
}

/** Everything answered in a run up to an act, oldest first. */
export async function listAnswers(
  sql: postgres.Sql,
  of: { runId: string; upTo: number; compartments: readonly string[] },
): Promise<StoredAnswers[]> {
  return sql.unsafe<StoredAnswers[]>(
    `SELECT seq, form, compartment, ciphertext FROM answers
     WHERE run_id = $1 AND seq <= $2 AND compartment = ANY($3) ORDER BY seq, compartment`,
    [of.runId, of.upTo, of.compartments as string[]],
    { prepare: true },
  );
}

/**
 * Hands a packet over and adds the notice that tells its recipient, together, if the run still stands where it was
 * looked at (`runSeq`): what happened meanwhile may forbid the share. Says whether it did; also false when the packet
 * was handed over before.
 */
export async function completeRelease(
  sql: postgres.Sql,
  done: {
    runId: string;
    share: string;
    packet: Buffer;
    at: number;
    runSeq: number;
    notice: { n: number; reference: string };
  },
): Promise<boolean> {
  const rows = await sql.unsafe(
    `WITH stands AS (SELECT id FROM runs WHERE id = $1 AND seq = $7 FOR SHARE),
     done AS (
       UPDATE releases SET state = 'released', packet = $3, released_at = to_timestamp($4::float8 / 1000)
       WHERE run_id = (SELECT id FROM stands) AND share = $2 AND state = 'pending' RETURNING *
     ), told AS (
     INSERT INTO notices (run_id, seq, n, kind, level, institution_id, role, step, opening, due_at, state, reference)
     SELECT d.run_id, d.seq, $5, 'shared', 'institution', d.institution_id, d.to_role, d.step, d.opening, d.acknowledge_by,
       CASE WHEN i.email IS NULL THEN 'inbox' ELSE 'pending' END, $6
     FROM done d LEFT JOIN institutions i ON i.id = d.institution_id ON CONFLICT DO NOTHING
     RETURNING n, run_id, kind, institution_id, due_at, reference
     ), called AS (${enterCalls('told')})
     SELECT n FROM told`,
    [
      done.runId,
      done.share,
      done.packet,
      done.at,
      done.notice.n,
      done.notice.reference,
      done.runSeq,
    ],
    { prepare: true },
  );
  return rows.length > 0;
}

/** Whether an institution got data of a run by an act before this one; `pending` while that is still being done. */
export async function findReach(
  sql: postgres.Sql,
  of: { runId: string; institution: string; before: number },
): Promise<'reached' | 'pending' | 'never'> {
  const [row] = await sql.unsafe<{ reached: boolean | null; pending: boolean | null }[]>(
    `SELECT bool_or(state IN ('released', 'acknowledged')) AS reached, bool_or(state = 'pending') AS pending
     FROM releases WHERE run_id = $1 AND institution_id = $2 AND seq < $3`,
    [of.runId, of.institution, of.before],
    { prepare: true },
  );
  if (row?.reached) return 'reached';
  return row?.pending ? 'pending' : 'never';
}

/** Records that a share may no longer be made. */
export async function withholdRelease(
  sql: postgres.Sql,
  runId: string,
  share: string,
): Promise<void> {
  await sql.unsafe(
    `UPDATE releases SET state = 'withheld' WHERE run_id = $1 AND share = $2 AND state = 'pending'`,
    [runId, share],
    { prepare: true },
  );
}
