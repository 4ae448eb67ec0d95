import type postgres from 'postgres';
import type { ManifestLine } from '../../protocols/core/acts.js';
import type { Tally } from '../../protocols/core/operation.js';

/** A line is on the list while it waits for the receiver or was accepted, and once its person has boarded. */
const ON_THE_LIST = `('proposed', 'accepted', 'boarded', 'arrived', 'refused', 'brought-back')`;

/** The lines of an operation as they stand, in order of run. */
export async function listLines(sql: postgres.Sql, operation: string): Promise<ManifestLine[]> {
  return sql.unsafe<ManifestLine[]>(
    `SELECT run_id AS run, seq, list, corrections FROM manifest_entries
     WHERE operation_id = $1 AND status IN ${ON_THE_LIST} ORDER BY run_id COLLATE "C"`,
    [operation],
    { prepare: true },
  );
}

/** How many lines of an operation stand where, and whether they are those it sent last. */
export async function tallyLines(sql: postgres.Sql, operation: string): Promise<Tally> {
  const [row] = await sql.unsafe<Tally[]>(
    `WITH line AS (SELECT run_id, seq, corrections, status FROM manifest_entries
       WHERE operation_id = $1 AND status IN ${ON_THE_LIST}),
     sent AS (SELECT s.run, s.seq, s.corrections
       FROM (SELECT lines FROM manifest_versions WHERE operation_id = $1 ORDER BY version DESC LIMIT 1) AS last,
         json_to_recordset(last.lines) AS s(run text, seq int, corrections int))
     SELECT count(*) FILTER (WHERE status = 'proposed')::int AS proposed, count(*) FILTER (WHERE status = 'boarded')::int AS boarded,
       count(*) FILTER (WHERE status = 'arrived')::int AS arrived, count(*) FILTER (WHERE status = 'refused')::int AS refused,
       NOT EXISTS (SELECT run_id, seq, corrections FROM line EXCEPT SELECT run, seq, corrections FROM sent)
         AND NOT EXISTS (SELECT run, seq, corrections FROM sent EXCEPT SELECT run_id, seq, corrections FROM line) AS "asSent"
     FROM line`,
    [operation],
    { prepare: true },
  );
  return row!;
}

/** A line on a dead date: its person still counts on a departure that will not take them. */
export interface DeadLine {
  readonly run: string;
  /** The act that took the seat. */
  readonly seq: number;
}

const DEAD_LINES = `manifest_entries e JOIN operations o ON o.run_id = e.operation_id
  WHERE e.operation_id = $1 AND e.status IN ('proposed', 'accepted')
    AND (NOT o.live OR o.boarded OR o.departs_at IS NULL OR e.departs_at NOT BETWEEN o.departs_at AND o.latest_at)`;

/** Lines that stand although their operation fell, moved to another date, or ended its boarding. */
export async function listDeadLines(
  sql: postgres.Sql,
  operation: string,
  limit: number,
): Promise<DeadLine[]> {
  return sql.unsafe<DeadLine[]>(
    `SELECT e.run_id AS run, e.seq FROM ${DEAD_LINES} ORDER BY e.run_id COLLATE "C" LIMIT $2`,
    [operation, limit],
    { prepare: true },
  );
}

/** Whether this very line still is one of them: its person may have been seated anew. */
export async function isDeadLine(
  sql: postgres.Sql,
  operation: string,
  { run, seq }: DeadLine,
): Promise<boolean> {
  const rows = await sql.unsafe(
    `SELECT 1 FROM ${DEAD_LINES} AND e.run_id = $2 AND e.seq = $3`,
    [operation, run, seq],
    { prepare: true },
  );
  return rows.length > 0;
}
