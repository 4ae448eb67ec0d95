import type { Queryable } from './queryable.js';

/** A leaf of the log where it stands. */
export interface LeafRow {
  readonly position: number;
  readonly source: string;
  readonly ref: string;
  readonly runId: string | null;
  readonly leaf: string;
  /** JSON object of texts by name. */
  readonly more: string | null;
}

const COLUMNS = 'position::float8 AS position, source, ref, run_id AS "runId", leaf, more';

export async function addLeafRows(tx: Queryable, rows: readonly LeafRow[]): Promise<void> {
  await tx.unsafe(
    `INSERT INTO log_leaves (position, source, ref, run_id, leaf, more)
     SELECT * FROM json_to_recordset($1::text::json) AS l(position bigint, source text, ref text, "runId" text, leaf text, more text)`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

/** The latest leaf about each of these runs. */
export async function findLastLeaves(
  tx: Queryable,
  runs: readonly string[],
): Promise<Map<string, string>> {
  if (runs.length === 0) return new Map();
  const rows = await tx.unsafe<{ run: string; leaf: string }[]>(
    `SELECT r.run, l.leaf FROM unnest($1::text[]) AS r(run)
     CROSS JOIN LATERAL (SELECT leaf FROM log_leaves WHERE run_id = r.run ORDER BY position DESC LIMIT 1) AS l`,
    [runs as string[]],
    { prepare: true },
  );
  return new Map(rows.map(({ run, leaf }) => [run, leaf]));
}

/** Leaves at positions `[from, to)`, in order. */
export async function listLeaves(sql: Queryable, from: number, to: number): Promise<LeafRow[]> {
  const rows = await sql.unsafe<LeafRow[]>(
    `SELECT ${COLUMNS} FROM log_leaves WHERE position >= $1 AND position < $2 ORDER BY log_leaves.position`,
    [from, to],
  );
  return rows.map((row) => ({ ...row }));
}

/** Every leaf about a run below a position, in order. */
export async function listLeavesOfRun(
  sql: Queryable,
  run: string,
  below: number,
): Promise<LeafRow[]> {
  const rows = await sql.unsafe<LeafRow[]>(
    `SELECT ${COLUMNS} FROM log_leaves WHERE run_id = $1 AND position < $2 ORDER BY log_leaves.position`,
    [run, below],
  );
  return rows.map((row) => ({ ...row }));
}
