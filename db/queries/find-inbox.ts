import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';

export const INBOX_GROUPS = ['overdue', 'today', 'soon', 'later', 'none'] as const;
/** By deadline: `later` is on time, `none` has no deadline or its clock stands still. */
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** The limits that tell the groups apart, epoch milliseconds; made by `api/views/due-state`. */
export interface InboxLimits {
  readonly now: number;
  readonly endOfToday: number;
  readonly soonUntil: number;
}

/** One open step of an institution. Instants are epoch milliseconds. */
export interface InboxItem {
  readonly run: string;
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
  readonly rehearsal: boolean;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
  readonly status: 'open' | 'suspended';
  readonly paused: boolean;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly group: InboxGroup;
  /** Facts that do not hold and suspend the step. */
  readonly missing: string[] | null;
}

/** Where a page ended; `dueAt` is null among steps without a running deadline. */
export interface InboxPosition {
  readonly dueAt: number | null;
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
}

export interface InboxQuestion {
  readonly institution: string;
  readonly limits: InboxLimits;
  readonly rehearsals: boolean;
  readonly protocol?: string;
  readonly step?: string;
  readonly group?: InboxGroup;
  readonly after?: InboxPosition;
  readonly limit: number;
}

/** One page of an inbox and the counts of its groups, from one snapshot: overdue longest first, then soonest. */
export async function findInbox(
  db: Database,
  question: InboxQuestion,
): Promise<{ items: InboxItem[]; counts: Partial<Record<InboxGroup, number>> }> {
  const { institution, limits, protocol, step, group, after, limit } = question;
  const at = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`;
  const runs = atIs(protocol, sql`r.protocol`);
  const steps = atIs(step, sql`s.step`);
  const epoch = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
  const later = after
    ? sql`(sort_at, run_id, step, opening, role) > (${after.dueAt === null ? sql`'infinity'::timestamptz` : at(after.dueAt)},
        ${after.run}, ${after.step}, ${after.opening}::int, ${after.role})`
    : sql`true`;
  const [row] = await db.orm.execute<{ items: string; counts: string }>(sql`
    WITH mine AS MATERIALIZED (
      SELECT s.run_id, s.step, s.opening, s.role, s.status, s.paused, s.opened_at, s.due_at, r.protocol, r.version, r.pack, r.rehearsal,
        CASE WHEN s.paused OR s.due_at IS NULL THEN 'infinity' ELSE s.due_at END AS sort_at,
        CASE WHEN s.paused OR s.due_at IS NULL THEN 'none'
          WHEN s.due_at < ${at(limits.now)} THEN 'overdue'
          WHEN s.due_at <= ${at(limits.endOfToday)} THEN 'today'
          WHEN s.due_at <= ${at(limits.soonUntil)} OR s.due_at - ${at(limits.now)} <= (s.due_at - s.opened_at) / 4 THEN 'soon'
          ELSE 'later' END AS grp
      FROM steps s JOIN runs r ON r.id = s.run_id
      WHERE s.institution_id = ${institution} AND s.status IN ('open', 'suspended') AND r.rehearsal = ${question.rehearsals}
        AND ${runs} AND ${steps}
    ), page AS (
      SELECT * FROM mine WHERE ${atIs(group, sql`grp`)} AND ${later}
      ORDER BY sort_at, run_id, step, opening, role LIMIT ${limit}
    )
    SELECT
      (SELECT coalesce(json_object_agg(grp, n), '{}') FROM (SELECT grp, count(*) AS n FROM mine GROUP BY grp) AS g)::text AS counts,
      (SELECT coalesce(json_agg(item), '[]') FROM (
        SELECT run_id AS run, protocol, version, pack, rehearsal, step, opening, role, status, paused, grp AS "group",
          ${epoch('opened_at')} AS "openedAt", ${epoch('due_at')} AS "dueAt",
          (SELECT r.state->'steps'->page.step->'open'->'missing' FROM runs r WHERE r.id = page.run_id) AS missing
        FROM page ORDER BY sort_at, run_id, step, opening, role
      ) AS item)::text AS items`);
  return {
    items: JSON.parse(row!.items) as InboxItem[],
    counts: JSON.parse(row!.counts) as Partial<Record<InboxGroup, number>>,
  };
}

function atIs(wanted: string | undefined, column: ReturnType<typeof sql>) {
  return wanted === undefined ? sql`true` : sql`${column} = ${wanted}`;
}
