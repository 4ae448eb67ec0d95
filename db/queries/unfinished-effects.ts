import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';

/** The acts of a run, oldest first, without who acted and what was answered. */
export async function listActs(sql: postgres.Sql, runId: string): Promise<Act[]> {
  const rows = await sql.unsafe<{ act: string }[]>(
    'SELECT act::text AS act FROM history WHERE run_id = $1 ORDER BY seq',
    [runId],
    { prepare: true },
  );
  return rows.map((row) => JSON.parse(row.act) as Act);
}

/** What the acts of a run after `afterSeq` were to bring about and has not come about. */
export interface UnfinishedEffects {
  readonly notices: readonly { readonly seq: number; readonly n: number }[];
  readonly shares: readonly string[];
}

export async function findUnfinishedEffects(
  sql: postgres.Sql,
  runId: string,
  afterSeq: number,
): Promise<UnfinishedEffects> {
  const notices = await sql.unsafe<{ seq: number; n: number }[]>(
    `SELECT seq, n FROM notices
     WHERE run_id = $1 AND seq > $2 AND (state IN ('pending', 'sending') OR (state = 'unknown' AND doubts = 1))`,
    [runId, afterSeq],
    { prepare: true },
  );
  // A packet that was handed over but whose notice is not out counts as unfinished.
  const releases = await sql.unsafe<{ share: string }[]>(
    `SELECT share FROM releases x WHERE run_id = $1 AND seq > $2 AND (state = 'pending' OR (state = 'released' AND EXISTS
       (SELECT 1 FROM notices t WHERE t.run_id = x.run_id AND t.seq = x.seq AND t.kind = 'shared'
        AND t.institution_id = x.institution_id AND t.state IN ('pending', 'sending'))))`,
    [runId, afterSeq],
    { prepare: true },
  );
  return { notices, shares: releases.map((row) => row.share) };
}
