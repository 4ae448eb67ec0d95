import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';
import type { Actor } from '../schema/history.js';

/** An act as it stands in the history. */
export interface Entry {
  readonly runId: string;
  readonly seq: number;
  readonly actId: string;
  readonly act: Act;
  readonly actor: Actor;
  readonly answersDigest: string | null;
}

interface Row extends Omit<Entry, 'act' | 'actor'> {
  act: string;
  actor: string;
}

const COLUMNS = `run_id AS "runId", seq, act_id AS "actId", act::text AS act, actor::text AS actor, answers_digest AS "answersDigest"`;

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

/** An answer as it stands in the history. */
export interface GivenAnswer {
  readonly seq: number;
  readonly actor: Actor;
  readonly act: Act;
}

/** Who last gave this answer to this opening of a step in this role, and the act itself; `before` an act where that is said. */
export async function findLastAnswer(
  sql: postgres.Sql,
  of: {
    runId: string;
    step: string;
    opening: number;
    role: string;
    outcome: string;
    before?: number;
  },
): Promise<GivenAnswer | undefined> {
  const { step, opening, role, outcome } = of;
  const act = { type: 'step-completed', step, opening, role, outcome };
  const [row] = await sql.unsafe<{ seq: number; actor: string; act: string }[]>(
    `SELECT seq, actor::text AS actor, act::text AS act FROM history WHERE run_id = $1 AND act::jsonb @> $2::text::jsonb AND ($3::int IS NULL OR seq < $3::int) ORDER BY seq DESC LIMIT 1`,
    [of.runId, JSON.stringify(act), of.before ?? null],
    { prepare: true },
  );
  if (!row) return undefined;
  const { seq, actor, act: given } = row;
  return { seq, actor: JSON.parse(actor) as Actor, act: JSON.parse(given) as Act };
}

/** Who last entered an act of this type into a run; undefined where nobody did. */
export async function findLastActor(
  sql: postgres.Sql,
  of: { runId: string; type: Act['type'] },
): Promise<Actor | undefined> {
  const [row] = await sql.unsafe<{ actor: string }[]>(
    `SELECT actor::text AS actor FROM history WHERE run_id = $1 AND act->>'type' = $2 ORDER BY seq DESC LIMIT 1`,
    [of.runId, of.type],
    { prepare: true },
  );
  return row && (JSON.parse(row.actor) as Actor);
}

function parse(row: Row): Entry {
  return { ...row, act: JSON.parse(row.act) as Act, actor: JSON.parse(row.actor) as Actor };
}
