import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { type RunScope, visibleTo } from './visible-runs.js';

/** A run as lists show it. Instants are epoch milliseconds. */
export interface ListedRun extends Record<string, unknown> {
  readonly id: string;
  readonly protocol: string;
  readonly version: number;
  readonly pack: string | null;
  readonly rehearsal: boolean;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ending: string | null;
  /** Roles the asking institution fills. */
  readonly roles: string[];
  /** Steps waiting for the asking institution. */
  readonly waiting: number;
  /** Steps waiting for anybody. */
  readonly open: number;
}

/** Visible runs, newest first, after the given position. */
export async function listRuns(
  db: Database,
  scope: RunScope,
  page: {
    readonly ended?: boolean;
    readonly protocol?: string;
    /** Rehearsals only; real runs only unless set. The two are never in one list. */
    readonly rehearsals: boolean;
    readonly after?: { readonly startedAt: number; readonly id: string };
    readonly limit: number;
  },
): Promise<ListedRun[]> {
  const { ended, protocol, after, limit, rehearsals } = page;
  const conditions = [visibleTo(scope), sql`r.rehearsal = ${rehearsals}`];
  if (ended !== undefined) conditions.push(sql`(r.ended_at IS NOT NULL) = ${ended}`);
  if (protocol !== undefined) conditions.push(sql`r.protocol = ${protocol}`);
  if (after) {
    conditions.push(
      sql`(r.started_at, r.id) < (to_timestamp(${after.startedAt}::float8 / 1000), ${after.id})`,
    );
  }
  const mine = sql`s.run_id = r.id AND s.status IN ('open', 'suspended')`;
  const rows = await db.orm.execute<ListedRun>(sql`
    SELECT r.id, r.protocol, r.version, r.pack, r.rehearsal, r.started_by AS "startedBy", r.ending,
      (extract(epoch FROM r.started_at) * 1000)::float8 AS "startedAt",
      (extract(epoch FROM r.ended_at) * 1000)::float8 AS "endedAt",
      ARRAY(SELECT p.role FROM run_parties p WHERE p.run_id = r.id AND p.institution_id = ${scope.institution}
        ORDER BY p.role) AS roles,
      (SELECT count(*) FROM steps s WHERE ${mine} AND s.institution_id = ${scope.institution})::int AS waiting,
      (SELECT count(DISTINCT s.step) FROM steps s WHERE ${mine})::int AS open
    FROM runs r WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY r.started_at DESC, r.id DESC LIMIT ${limit}`);
  return [...rows];
}
