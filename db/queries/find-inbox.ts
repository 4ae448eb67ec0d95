import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { type Colleague, joinHolder } from './holders.js';

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
  /** Who of the institution works on it. */
  readonly holder: Colleague | null;
}

/** Where a page ended; `dueAt` is null among steps without a running deadline. */
export interface InboxPosition {
  readonly dueAt: number | null;
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
}

export const HOLDINGS = ['mine', 'all', 'unassigned'] as const;
/** Steps that somebody works on, all of them, or those nobody works on. */
export type InboxHolding = (typeof HOLDINGS)[number];

export interface InboxQuestion {
  readonly institution: string;
  /** All steps unless given. */
  readonly holding?: InboxHolding;
  /** Whose steps are `mine`: the person's own, and those of whom they stand in for. */
  readonly users?: readonly string[];
  /** Beginning of the run's id. */
  readonly runPrefix?: string;
  readonly limits: InboxLimits;
  readonly rehearsals: boolean;
  readonly protocol?: string;
  readonly step?: string;
  readonly group?: InboxGroup;
  readonly after?: InboxPosition;
  readonly limit: number;
}

/** A page of an inbox with what it is a page of. */
export interface InboxPage {
  readonly items: InboxItem[];
  /** Of what is asked for, whatever group. */
  readonly counts: Partial<Record<InboxGroup, number>>;
  /** Of what is asked for, whoever works on it. */
  readonly held: Readonly<Record<InboxHolding, number>>;
  /** Protocols of the open steps, with the latest version of each. */
  readonly protocols: readonly { readonly protocol: string; readonly version: number }[];
}

/** One page of an inbox and its counts, from one snapshot: overdue longest first, then soonest. */
export async function findInbox(db: Database, question: InboxQuestion): Promise<InboxPage> {
  const { institution, limits, protocol, step, group, after, limit } = question;
  const holding = holdingIs(question);
  const prefix =
    question.runPrefix === undefined ? sql`true` : sql`starts_with(r.id, ${question.runPrefix})`;
  const at = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`;
  const runs = atIs(protocol, sql`r.protocol`);
  const steps = atIs(step, sql`s.step`);
  const epoch = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
  const later = after
    ? sql`(sort_at, run_id, step, opening, role) > (${after.dueAt === null ? sql`'infinity'::timestamptz` : at(after.dueAt)},
        ${after.run}, ${after.step}, ${after.opening}::int, ${after.role})`
    : sql`true`;
  const [row] = await db.orm.execute<Record<'items' | 'counts' | 'held' | 'protocols', string>>(sql`
    WITH open AS MATERIALIZED (
      SELECT s.run_id, s.step, s.opening, s.role, s.status, s.paused, s.opened_at, s.due_at, r.protocol, r.version, r.pack, r.rehearsal,
        h.user_id AS holder, u.display_name AS holder_name,
        CASE WHEN s.paused OR s.due_at IS NULL THEN 'infinity' ELSE s.due_at END AS sort_at,
        CASE WHEN s.paused OR s.due_at IS NULL THEN 'none'
          WHEN s.due_at < ${at(limits.now)} THEN 'overdue'
          WHEN s.due_at <= ${at(limits.endOfToday)} THEN 'today'
          WHEN s.due_at <= ${at(limits.soonUntil)} OR s.due_at - ${at(limits.now)} <= (s.due_at - s.opened_at) / 4 THEN 'soon'
          ELSE 'later' END AS grp
      FROM steps s JOIN runs r ON r.id = s.run_id ${joinHolder()}
      WHERE s.institution_id = ${institution} AND s.status IN ('open', 'suspended') AND r.rehearsal = ${question.rehearsals}
        AND ${runs} AND ${steps} AND ${prefix}
    ), asked AS (
      SELECT * FROM open WHERE ${holding}
    ), page AS (
      SELECT * FROM asked WHERE ${atIs(group, sql`grp`)} AND ${later}
      ORDER BY sort_at, run_id, step, opening, role LIMIT ${limit}
    )
    SELECT
      (SELECT coalesce(json_object_agg(grp, n), '{}') FROM (SELECT grp, count(*) AS n FROM asked GROUP BY grp) AS g)::text AS counts,
      (SELECT json_build_object('mine', count(*) FILTER (WHERE ${holdingIs({ ...question, holding: 'mine' })}), 'all', count(*),
        'unassigned', count(*) FILTER (WHERE holder IS NULL)) FROM open)::text AS held,
      (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT protocol, max(version) AS version FROM open GROUP BY protocol ORDER BY protocol) AS p)::text AS protocols,
      (SELECT coalesce(json_agg(item), '[]') FROM (
        SELECT run_id AS run, protocol, version, pack, rehearsal, step, opening, role, status, paused, grp AS "group",
          ${epoch('opened_at')} AS "openedAt", ${epoch('due_at')} AS "dueAt",
          CASE WHEN holder IS NULL THEN NULL ELSE json_build_object('id', holder, 'name', holder_name) END AS holder,
          (SELECT r.state->'steps'->page.step->'open'->'missing' FROM runs r WHERE r.id = page.run_id) AS missing
        FROM page ORDER BY sort_at, run_id, step, opening, role
      ) AS item)::text AS items`);
  return {
    items: JSON.parse(row!.items) as InboxItem[],
    counts: JSON.parse(row!.counts) as InboxPage['counts'],
    held: JSON.parse(row!.held) as InboxPage['held'],
    protocols: JSON.parse(row!.protocols) as InboxPage['protocols'],
  };
}

function holdingIs({ holding = 'all', users }: Pick<InboxQuestion, 'holding' | 'users'>) {
  if (holding === 'all') return sql`true`;
  if (holding === 'unassigned') return sql`holder IS NULL`;
  if (!users || users.length === 0) return sql`false`;
  return sql`holder IN (${sql.join(
    users.map((user) => sql`${user}`),
    sql`, `,
  )})`;
}

function atIs(wanted: string | undefined, column: ReturnType<typeof sql>) {
  return wanted === undefined ? sql`true` : sql`${column} = ${wanted}`;
}
