import type postgres from 'postgres';
import { randomCode } from './random-code.js';

/** A deadline in somebody's calendar. Instants are epoch milliseconds. */
export interface CalendarRow {
  readonly uid: string;
  readonly reference: string;
  readonly sequence: number;
  /** Null once it was taken back; `lastDueAt` is what it stood at. */
  readonly dueAt: number | null;
  readonly lastDueAt: number;
  readonly changedAt: number;
}

/** One opening of a step, as one institution has it. */
export interface CalendarTask {
  readonly runId: string;
  readonly step: string;
  readonly opening: number;
  readonly institution: string;
}

const epoch = (column: string) => `(extract(epoch FROM e.${column}) * 1000)::float8`;
const ROW = `e.uid, e.reference, e.sequence, ${epoch('due_at')} AS "dueAt", ${epoch('last_due_at')} AS "lastDueAt",
  ${epoch('changed_at')} AS "changedAt"`;

/**
 * The calendar entry that goes with a notice: made at the first one about an opening of a step whose clock runs, and the
 * same again after that. Undefined where there is no deadline to put down.
 */
export async function enterInCalendar(
  sql: postgres.Sql,
  of: { runId: string; seq: number; n: number; user: string | null },
): Promise<CalendarRow | undefined> {
  const [row] = await sql.unsafe<CalendarRow[]>(
    `INSERT INTO calendar_entries AS e (run_id, step, opening, role, institution_id, user_id, uid, reference, due_at, last_due_at)
     SELECT t.run_id, t.step, t.opening, t.role, t.institution_id, $4, $5, t.reference, s.due_at, s.due_at
     FROM notices t JOIN steps s ON s.run_id = t.run_id AND s.step = t.step AND s.opening = t.opening AND s.role = t.role
     WHERE t.run_id = $1 AND t.seq = $2 AND t.n = $3 AND s.institution_id = t.institution_id AND s.status = 'open'
       AND NOT s.paused AND s.due_at IS NOT NULL
     ON CONFLICT (run_id, step, opening, role, institution_id) DO UPDATE SET uid = e.uid WHERE e.due_at IS NOT NULL
     RETURNING ${ROW}`,
    [of.runId, of.seq, of.n, of.user, randomCode(16)],
    { prepare: true },
  );
  return row;
}

/**
 * Finds up to `limit` entries that no longer say what holds (the deadline moved or stands still, the task was answered,
 * taken back or is with another institution), brings them up to date and enters a mail for each. How many there were.
 */
export async function spreadCalendarChanges(sql: postgres.Sql, limit: number): Promise<number> {
  const holds = `CASE WHEN s.status = 'open' AND NOT s.paused AND s.institution_id = e.institution_id THEN s.due_at END`;
  const isOver = `(s.status NOT IN ('open', 'suspended') OR s.institution_id <> e.institution_id)`;
  const rows = await sql.unsafe(
    `WITH found AS MATERIALIZED (
       SELECT e.uid, ${holds} AS due_at, ${isOver} AS closed, e.due_at IS DISTINCT FROM ${holds} AS moved
       FROM calendar_entries e
         JOIN steps s ON s.run_id = e.run_id AND s.step = e.step AND s.opening = e.opening AND s.role = e.role
       WHERE NOT e.closed AND (${isOver} OR e.due_at IS DISTINCT FROM ${holds})
       LIMIT $1 FOR UPDATE OF e SKIP LOCKED
     ), changed AS (
       UPDATE calendar_entries e SET due_at = f.due_at, last_due_at = coalesce(f.due_at, e.last_due_at), closed = f.closed,
         sequence = e.sequence + CASE WHEN f.moved THEN 1 ELSE 0 END,
         changed_at = CASE WHEN f.moved THEN clock_timestamp() ELSE e.changed_at END
       FROM found f WHERE e.uid = f.uid RETURNING e.uid, e.institution_id, e.user_id, f.moved AND NOT cut_off(e.run_id, e.institution_id) AS moved
     ), told AS (
       INSERT INTO mails (id, kind, about, institution_id, user_id)
       SELECT replace(gen_random_uuid()::text, '-', ''), 'calendar', uid, institution_id, user_id FROM changed WHERE moved
       ON CONFLICT DO NOTHING
     )
     SELECT uid FROM changed`,
    [limit],
    { prepare: true },
  );
  return rows.length;
}

/** The entry with this uid, and which task of whom it belongs to. */
export async function findCalendarRow(
  sql: postgres.Sql,
  uid: string,
): Promise<(CalendarRow & CalendarTask) | undefined> {
  const [row] = await sql.unsafe<(CalendarRow & CalendarTask)[]>(
    `SELECT ${ROW}, e.run_id AS "runId", e.step, e.opening, e.institution_id AS institution FROM calendar_entries e WHERE e.uid = $1`,
    [uid],
    { prepare: true },
  );
  return row;
}
