import type postgres from 'postgres';
import type { FollowMessage } from '../../protocols/messages.js';

/** Committed acts of one run that its workflow was not told yet, oldest first. */
export interface PendingRun {
  readonly runId: string;
  readonly protocol: string;
  readonly version: number;
  readonly rehearsal: boolean;
  /** Age of the oldest of its messages by the database's clock, in milliseconds. */
  readonly waitedFor: number;
  readonly ids: readonly string[];
  readonly messages: readonly FollowMessage[];
}

interface Row {
  run: string;
  protocol: string;
  version: number;
  rehearsal: boolean;
  waited: string;
  ids: string;
  messages: string;
}

/** Messages handed over at once; a run with more gets the rest in the next round. */
const MOST_ROWS = 4000;

/**
 * The runs with pending messages, the longest waiting first, without the `busy` ones. Looks at the oldest rows only,
 * so that a long backlog is worked off in order.
 */
export async function findPendingRuns(
  sql: postgres.Sql,
  busy: readonly string[],
): Promise<PendingRun[]> {
  const rows = await sql.unsafe<Row[]>(
    `WITH oldest AS (SELECT id, run_id, seq, message, created_at FROM outbox WHERE run_id <> ALL($1) ORDER BY id LIMIT $2),
     grouped AS (
       SELECT run_id, min(id) AS first, extract(epoch FROM clock_timestamp() - min(created_at)) * 1000 AS waited,
         json_agg(id ORDER BY seq)::text AS ids, json_agg(message ORDER BY seq)::text AS messages
       FROM oldest GROUP BY run_id)
     SELECT g.run_id AS run, r.protocol, r.version, r.rehearsal, g.waited, g.ids, g.messages
     FROM grouped g JOIN runs r ON r.id = g.run_id ORDER BY g.first`,
    [busy as string[], MOST_ROWS],
    { prepare: true },
  );
  return rows.map((row) => ({
    runId: row.run,
    protocol: row.protocol,
    version: row.version,
    rehearsal: row.rehearsal,
    waitedFor: Number(row.waited),
    ids: (JSON.parse(row.ids) as number[]).map(String),
    messages: JSON.parse(row.messages) as FollowMessage[],
  }));
}

/** Takes messages out of the outbox: the engine has them. */
export async function removeFromOutbox(sql: postgres.Sql, ids: readonly string[]): Promise<void> {
  await sql.unsafe('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids as string[]], {
    prepare: true,
  });
}

/** How much waits to be handed over: rows (counted up to `limit`) and the age of the oldest in milliseconds. */
export async function findBacklog(
  sql: postgres.Sql,
  limit: number,
): Promise<{ rows: number; oldestFor: number }> {
  const [row] = await sql.unsafe<{ rows: string; oldest: string | null }[]>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT $1) AS o) AS rows,
       (SELECT extract(epoch FROM clock_timestamp() - created_at) * 1000 FROM outbox ORDER BY id LIMIT 1) AS oldest`,
    [limit],
    { prepare: true },
  );
  return { rows: Number(row!.rows), oldestFor: Number(row!.oldest ?? 0) };
}

/** Rows looked at for how far the relay is behind; as many runs are among them as it takes, unless hardly any is. */
const ENOUGH_ROWS = 1000;

/**
 * How long all but the `few` longest waiting runs have waited at most, in milliseconds; 0 where no more wait. A run the engine does
 * not take says nothing of how far the others are behind.
 */
export async function findBehind(sql: postgres.Sql, few: number): Promise<number> {
  const [row] = await sql.unsafe<{ waited: string }[]>(
    `SELECT extract(epoch FROM clock_timestamp() - min(created_at)) * 1000 AS waited
     FROM (SELECT run_id, id, created_at FROM outbox ORDER BY id LIMIT $1) AS oldest
     GROUP BY run_id ORDER BY min(id) LIMIT 1 OFFSET $2`,
    [ENOUGH_ROWS, few],
    { prepare: true },
  );
  return Number(row?.waited ?? 0);
}

/** How many acts of one run wait to be handed over. */
export async function findBacklogOfRun(sql: postgres.Sql, runId: string): Promise<number> {
  const [row] = await sql.unsafe<{ rows: string }[]>(
    'SELECT count(*) AS rows FROM outbox WHERE run_id = $1',
    [runId],
    { prepare: true },
  );
  return Number(row!.rows);
}
