import type { Queryable } from './queryable.js';

/** A signed checkpoint as it was issued; `at` is epoch milliseconds. */
export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
  readonly at: number;
}

const COLUMNS = 'size::float8 AS size, note, (extract(epoch FROM at) * 1000)::float8 AS at';

export async function findLatestCheckpoint(sql: Queryable): Promise<CheckpointRow | undefined> {
  const [row] = await sql.unsafe<CheckpointRow[]>(
    `SELECT ${COLUMNS} FROM log_checkpoints ORDER BY log_checkpoints.size DESC LIMIT 1`,
  );
  return row && { ...row };
}

/** Checkpoints of the sizes `(from, to]`, shortest first. */
export async function listCheckpoints(
  sql: Queryable,
  from: number,
  to: number,
): Promise<CheckpointRow[]> {
  const rows = await sql.unsafe<CheckpointRow[]>(
    `SELECT ${COLUMNS} FROM log_checkpoints WHERE size > $1 AND size <= $2 ORDER BY log_checkpoints.size`,
    [from, to],
  );
  return rows.map((row) => ({ ...row }));
}

/**
 * The checkpoint nearest an instant: the last one issued before it, or the first one issued at or after it. Undefined
 * where there is none.
 */
export async function findCheckpointBy(
  sql: Queryable,
  side: 'before' | 'after',
  at: number,
): Promise<CheckpointRow | undefined> {
  const [row] = await sql.unsafe<CheckpointRow[]>(
    `SELECT ${COLUMNS} FROM log_checkpoints WHERE at ${side === 'before' ? '<' : '>='} to_timestamp($1::float8 / 1000)
     ORDER BY log_checkpoints.at ${side === 'before' ? 'DESC' : 'ASC'} LIMIT 1`,
    [at],
  );
  return row && { ...row };
}

/**
 * Keeps a checkpoint and puts it on its way to every witness, all or nothing; false when one of that size was issued
 * before. Mail goes at most each `mailEvery` seconds unless `urgent`.
 */
export async function addCheckpoint(
  sql: Queryable,
  row: {
    readonly size: number;
    readonly note: string;
    readonly urgent: boolean;
    readonly mailEvery: number;
  },
): Promise<boolean> {
  const rows = await sql.unsafe(
    `WITH issued AS (
       INSERT INTO log_checkpoints (size, note) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING size
     ),
     way AS (
       SELECT w.id, c.channel, c.size FROM issued i CROSS JOIN witnesses w
       CROSS JOIN LATERAL (VALUES ('http', i.size, w.url), ('mail', i.size, w.email)) AS c(channel, size, address)
       WHERE w.active AND c.address IS NOT NULL AND (c.channel = 'http' OR $3 OR NOT EXISTS (
         SELECT FROM witness_deliveries d WHERE d.witness_id = w.id AND d.channel = 'mail'
           AND d.next_at > clock_timestamp() - make_interval(secs => $4)))
     ),
     sent AS (
       INSERT INTO witness_deliveries (witness_id, channel, size) SELECT id, channel, size FROM way
     )
     SELECT size FROM issued`,
    [row.size, row.note, row.urgent, row.mailEvery],
  );
  return rows.length > 0;
}
