import type { Queryable } from './queryable.js';

/** One reading of stored data of a run. `at` is epoch milliseconds; `position` is its place in the log once it has one. */
export interface ReadEntry {
  readonly what: string;
  readonly which: string;
  readonly institution: string;
  readonly account: string;
  readonly at: number;
  readonly position: number | null;
}

/** Who read stored data of a run, oldest first: answers, packets, and what of the case is kept sealed. */
export async function listReads(sql: Queryable, run: string): Promise<ReadEntry[]> {
  const rows = await sql.unsafe<ReadEntry[]>(
    `SELECT x.what, x.which, x.institution_id AS institution, x.account, (extract(epoch FROM x.opened_at) * 1000)::float8 AS at,
       l.position::float8 AS position
     FROM (
       SELECT 'answer_openings' AS source, id, 'answers' AS what, seq::text AS which, institution_id, account, opened_at
       FROM answer_openings WHERE run_id = $1
       UNION ALL SELECT 'share_openings', id, 'share', share, institution_id, account, opened_at FROM share_openings WHERE run_id = $1
       UNION ALL SELECT 'case_openings', id, what, which, institution_id, account, opened_at FROM case_openings WHERE run_id = $1
     ) AS x LEFT JOIN log_leaves l ON l.source = x.source AND l.ref = x.id::text
     ORDER BY x.opened_at, x.source, x.id`,
    [run],
    { prepare: true },
  );
  return rows.map((row) => ({ ...row }));
}
