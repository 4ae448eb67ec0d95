import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { InboxLimits } from './find-inbox.js';
import type { StoredRun } from './find-run.js';
import { type RunScope, visibleTo } from './visible-runs.js';

export const CASE_STATES = ['overdue', 'today', 'asked', 'stopped', 'quiet'] as const;
/**
 * What makes a case need its lead: a step overdue or due today; `asked`, an institution asked for something and has no reply, also
 * in a case that has ended; `stopped`, a step is suspended or nothing is open and nothing comes by itself; `quiet`, no person has
 * acted for a week.
 */
export type CaseState = (typeof CASE_STATES)[number];

export interface CaseQuestion {
  readonly scope: RunScope;
  /** `protocol@version/role` of the leading role of every published version. */
  readonly leadRoles: readonly string[];
  /** Cases the institution leads or started, or those it only takes part in. */
  readonly side: 'lead' | 'party';
  readonly limits: InboxLimits;
  /** Before this instant, epoch milliseconds, the last act of a person makes a case quiet. */
  readonly quietSince: number;
  readonly rehearsals: boolean;
  readonly ended: boolean;
  readonly protocol?: string;
  /** One of these steps is open: the steps of a stage. */
  readonly steps?: readonly string[];
  readonly state?: CaseState;
  /** This institution must answer a step. */
  readonly waitsFor?: string;
  /** Beginning of the run's id. */
  readonly prefix?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface CaseList {
  readonly items: readonly StoredRun[];
  /** Cases that fit everything that was asked. */
  readonly total: number;
  /** Cases in each state, and waiting for each institution, whatever state or institution was asked for. */
  readonly counts: Readonly<Record<CaseState | 'all', number>>;
  readonly waits: Readonly<Record<string, number>>;
}

/**
 * One page of cases and every count of the board from one snapshot: the longest overdue first. Of cases the institution
 * only takes part in, nothing but its own steps is looked at.
 */
export async function listCases(db: Database, question: CaseQuestion): Promise<CaseList> {
  const { limits, state, waitsFor, steps, offset, limit, ended } = question;
  const at = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`;
  const leads = question.side === 'lead';
  const own = leads ? sql`true` : sql`s.institution_id = ${question.scope.institution}`;
  // A case that has ended stands among the open ones for what was asked in it, and for nothing else.
  const chosen = state === 'asked' ? [sql`true`] : [sql`NOT is_over`];
  if (state) chosen.push(sql.raw(state === 'today' ? 'is_today' : `is_${state}`));
  if (waitsFor !== undefined) chosen.push(sql`${waitsFor} = ANY(waits)`);
  if (steps) chosen.push(sql`open_steps && ${listOf(steps)}`);
  const [row] = await db.orm.execute<{
    items: string;
    total: number;
    counts: string;
    waits: string;
  }>(sql`
    WITH asked AS MATERIALIZED (
      SELECT DISTINCT run_id FROM step_requests WHERE replied_at IS NULL
    ), mine AS MATERIALIZED (
      SELECT r.id, r.person_id, r.started_at, r.ended_at, r.next_due_at FROM runs r WHERE ${sql.join(conditions(question), sql` AND `)}
    ), looked AS MATERIALIZED (
      SELECT m.id, m.started_at, m.ended_at IS NOT NULL AND NOT ${ended} AS is_over,
        coalesce(bool_or(NOT s.paused AND s.due_at < ${at(limits.now)}), false) AS is_overdue,
        coalesce(bool_or(NOT s.paused AND s.due_at >= ${at(limits.now)} AND s.due_at <= ${at(limits.endOfToday)}), false)
          AS is_today,
        coalesce(bool_or(s.status = 'suspended'), false)
          OR (${leads} AND m.ended_at IS NULL AND count(s.step) = 0 AND m.next_due_at IS NULL) AS is_stopped,
        ${leads} AND m.ended_at IS NULL AND (SELECT max(h.at) FROM history h WHERE h.run_id = m.id
          AND h.actor->>'institution' <> 'system') < ${at(question.quietSince)} AS is_quiet,
        ${leads} AND m.id IN (SELECT run_id FROM asked) AND NOT EXISTS (SELECT 1 FROM key_destructions k
          WHERE k.person_id = m.person_id AND k.compartment = 'protection') AS is_asked,
        min(s.due_at) FILTER (WHERE NOT s.paused) AS soonest,
        coalesce(array_agg(DISTINCT s.institution_id) FILTER (WHERE s.status = 'open'), '{}') AS waits,
        coalesce(array_agg(DISTINCT s.step) FILTER (WHERE s.step IS NOT NULL), '{}') AS open_steps
      FROM mine m LEFT JOIN steps s ON s.run_id = m.id AND s.status IN ('open', 'suspended') AND ${own}
      GROUP BY m.id, m.person_id, m.started_at, m.ended_at, m.next_due_at
    ), still AS MATERIALIZED (
      SELECT * FROM looked WHERE NOT is_over
    ), chosen AS MATERIALIZED (
      SELECT id, row_number() OVER (ORDER BY soonest NULLS LAST, started_at DESC, id) AS place FROM looked
      WHERE ${sql.join(chosen, sql` AND `)}
    )
    SELECT (SELECT count(*) FROM chosen)::int AS total,
      (SELECT json_build_object('all', count(*), 'overdue', count(*) FILTER (WHERE is_overdue),
        'today', count(*) FILTER (WHERE is_today), 'stopped', count(*) FILTER (WHERE is_stopped),
        'asked', (SELECT count(*) FROM looked WHERE is_asked), 'quiet', count(*) FILTER (WHERE is_quiet)) FROM still)::text AS counts,
      (SELECT coalesce(json_object_agg(institution, n), '{}') FROM (
        SELECT institution, count(*) AS n FROM still, unnest(waits) AS institution GROUP BY institution) AS w)::text AS waits,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'protocol', r.protocol, 'version', r.version, 'pack', r.pack,
        'personId', r.person_id, 'startedBy', r.started_by, 'rehearsal', r.rehearsal, 'state', r.state) ORDER BY c.place), '[]')
        FROM chosen c JOIN runs r ON r.id = c.id WHERE c.place > ${offset} AND c.place <= ${offset + limit})::text AS items`);
  const { items, counts, waits, total } = row!;
  return {
    items: JSON.parse(items) as StoredRun[],
    counts: JSON.parse(counts) as CaseList['counts'],
    waits: JSON.parse(waits) as CaseList['waits'],
    total,
  };
}

function conditions(question: CaseQuestion): SQL[] {
  const { scope, leadRoles, side, rehearsals, ended, protocol, prefix } = question;
  const leading = sql`(r.started_by = ${scope.institution} OR EXISTS (SELECT 1 FROM run_parties l WHERE l.run_id = r.id
    AND l.institution_id = ${scope.institution} AND r.protocol || '@' || r.version || '/' || l.role = ANY(${listOf(leadRoles)})))`;
  return [
    visibleTo(scope),
    side === 'lead' ? leading : sql`NOT ${leading}`,
    sql`r.rehearsal = ${rehearsals}`,
    side === 'lead' && !ended
      ? sql`(r.ended_at IS NULL OR r.id IN (SELECT run_id FROM asked))`
      : sql`(r.ended_at IS NOT NULL) = ${ended}`,
    ...(protocol === undefined ? [] : [sql`r.protocol = ${protocol}`]),
    ...(prefix === undefined ? [] : [sql`starts_with(r.id, ${prefix})`]),
  ];
}

function listOf(values: readonly string[]): SQL {
  return sql`ARRAY(SELECT value FROM json_array_elements_text(${JSON.stringify(values)}::json))`;
}
