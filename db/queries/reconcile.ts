import type postgres from 'postgres';

/** A run as the reconciler compares it. */
export interface ComparedRun {
  readonly runId: string;
  readonly protocol: string;
  readonly version: number;
  readonly rehearsal: boolean;
  readonly seq: number;
  readonly ended: boolean;
}

/**
 * Open runs, page by page in order of id, whose acts were all handed over and which have been quiet for `quietFor`
 * milliseconds: their workflow must be there and up to date.
 */
export async function listSettledRuns(
  sql: postgres.Sql,
  page: { after: string; limit: number; quietFor: number },
): Promise<ComparedRun[]> {
  return sql.unsafe<ComparedRun[]>(
    `SELECT r.id AS "runId", r.protocol, r.version, r.rehearsal, r.seq, false AS ended FROM runs r
     WHERE r.id > $1 AND r.ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.run_id = r.id)
       AND (SELECT max(h.recorded_at) FROM history h WHERE h.run_id = r.id) < clock_timestamp() - $3 * interval '1 millisecond'
     ORDER BY r.id LIMIT $2`,
    [page.after, page.limit, page.quietFor],
    { prepare: true },
  );
}

/** Runs by id, open or ended. */
export async function findComparedRuns(
  sql: postgres.Sql,
  ids: readonly string[],
): Promise<ComparedRun[]> {
  return sql.unsafe<ComparedRun[]>(
    `SELECT id AS "runId", protocol, version, rehearsal, seq, ended_at IS NOT NULL AS ended FROM runs WHERE id = ANY($1)`,
    [ids as string[]],
    { prepare: true },
  );
}
