import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';

/** An act as it stands in the history. */
export interface Entry {
  readonly runId: string;
  readonly seq: number;
  readonly actId: string;
  readonly act: Act;
  readonly answersDigest: string | null;
}

interface Row extends Omit<Entry, 'act'> {
  act: string;
}

const COLUMNS = `run_id AS "runId", seq, act_id AS "actId", act::text AS act, answers_digest AS "answersDigest"`;

/** The act entered in this run under this id, if any. */
export async function findEntry(
  sql: postgres.Sql,
  runId: string,
  actId: string,
): Promise<Entry | undefined> {
  const [row] = await sql.unsafe<Row[]>(
    `SELECT ${COLUMNS} FROM history WHERE run_id = $1 AND act_id = $2`,
    [runId, actId],
    { prepare: true },
  );
  return row && parse(row);
}

/** The act that started a run under this id, whichever run that was. */
export async function findStart(sql: postgres.Sql, actId: string): Promise<Entry | undefined> {
  const [row] = await sql.unsafe<Row[]>(
    `SELECT ${COLUMNS} FROM history WHERE act_id = $1 AND seq = 1`,
    [actId],
    { prepare: true },
  );
  return row && parse(row);
}

function parse(row: Row): Entry {
  return { ...row, act: JSON.parse(row.act) as Act };
}
