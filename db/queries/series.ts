import type postgres from 'postgres';
import type { HoldCause } from '../schema/series.js';

/** What a decision about a person is counted by. */
export interface DecisionMark {
  readonly account: string;
  readonly step: string;
  /** As `series_verdict` takes them. */
  readonly limits: readonly number[];
  /** Keyed fingerprint of the reasons, 512 zeros and ones; absent where they are too short. */
  readonly print?: string;
}

/**
 * The part of the write that only decisions about persons need. It counts under the account's lock, which is held until the whole
 * is committed, and raises RT011 (held), RT012 (too fast) or RT013 (too much alike) instead: then nothing is written.
 */
export const WRITE_MARKS = `
marked AS (
  INSERT INTO decision_marks (run_id, seq, account, step, unit, print, at)
  SELECT run, seq, account, step, unit, print, enter_decision(account, unit, print, limits)
  FROM (
    SELECT m.run, m.seq, m.mark->>'account' AS account, m.mark->>'step' AS step, coalesce(f.unit_id, r.person_id) AS unit,
      (m.mark->>'print')::bit(512) AS print, ARRAY(SELECT json_array_elements_text(m.mark->'limits'))::int[] AS limits
    FROM won JOIN json_to_recordset($3::text::json) AS m(run text, seq int, mark json) ON m.run = won.id AND m.mark IS NOT NULL
      JOIN runs r ON r.id = m.run LEFT JOIN family_members f ON f.run_id = m.run
  ) AS mark
),`;

/** Whether an error of the database refused a decision by its account's pace; `held` already, or to be held now. */
export function paceRefusal(error: unknown): 'held' | HoldCause | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ({ RT011: 'held', RT012: 'fast', RT013: 'alike' } as const)[code];
}

/** Holds the account of a decision that was refused, unless that was done or undone meanwhile; true when it is held by this. */
export async function holdSeries(
  sql: postgres.Sql,
  of: {
    readonly id: string;
    readonly institution: string;
    readonly run: string;
    readonly mark: DecisionMark;
  },
): Promise<boolean> {
  const { account, step, print, limits } = of.mark;
  const [row] = await sql<{ held: boolean }[]>`
    SELECT hold_series(${of.id}, ${account}, ${of.institution}, ${of.run}, ${step}, ${print ?? null}::text::bit(512),
      ${limits as number[]}::int[]) AS held`;
  return row?.held ?? false;
}

/** Removes marks that count against nobody any more, at most `limit`; how many. */
export async function deleteOldMarks(sql: postgres.Sql, limit: number): Promise<number> {
  const gone = await sql`
    DELETE FROM decision_marks WHERE (run_id, seq) IN (
      SELECT run_id, seq FROM decision_marks WHERE at < clock_timestamp() - interval '1 day' LIMIT ${limit})`;
  return gone.count;
}
