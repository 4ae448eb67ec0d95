import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { StoredRun } from './find-run.js';
import { notCutParty } from './visible-runs.js';

/** A run as the list of a monitoring body needs it. */
export interface MonitoredRun extends StoredRun {
  /** Steps that are overdue now, and openings whose deadline passed at any time. */
  readonly overdue: number;
  readonly lapsed: number;
}

/** One page of the real runs a monitoring body may know of, newest first, and how many there are. */
export async function listMonitoredRuns(
  db: Database,
  question: {
    /** Epoch milliseconds. */
    readonly now: number;
    /** The monitoring body that asks: runs it is cut off from are not there for it. */
    readonly institution: string;
    readonly protocol?: string;
    /** One of these steps is open. */
    readonly steps?: readonly string[];
    readonly breach?: 'now' | 'ever';
    /** The person's protection was lowered, or was lowered shortly before a planned departure. */
    readonly lowered?: 'any' | 'soon';
    readonly ended?: boolean;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly MonitoredRun[]; readonly total: number }> {
  const { now, institution, protocol, steps, breach, lowered, ended, offset, limit } = question;
  const open = sql`s.run_id = r.id AND s.status IN ('open', 'suspended')`;
  const overdue = sql`${open} AND NOT s.paused AND s.due_at < to_timestamp(${now}::float8 / 1000)`;
  const lapsed = sql`s.run_id = r.id AND s.lapsed_at IS NOT NULL`;
  const wanted = [
    sql`NOT r.rehearsal`,
    notCutParty(institution),
    ...(protocol === undefined ? [] : [sql`r.protocol = ${protocol}`]),
    ...(ended === undefined ? [] : [sql`(r.ended_at IS NOT NULL) = ${ended}`]),
    ...(steps
      ? [
          sql`EXISTS (SELECT 1 FROM steps s WHERE ${open}
            AND s.step IN (SELECT value FROM json_array_elements_text(${JSON.stringify(steps)}::json)))`,
        ]
      : []),
    ...(lowered === 'any' ? [sql`r.state->'lowered' IS NOT NULL`] : []),
    ...(lowered === 'soon' ? [sql`r.state->'lowered'->>'soon' = 'true'`] : []),
    ...(breach === 'now' ? [sql`EXISTS (SELECT 1 FROM steps s WHERE ${overdue})`] : []),
    ...(breach === 'ever'
      ? [sql`EXISTS (SELECT 1 FROM steps s WHERE (${lapsed}) OR (${overdue}))`]
      : []),
  ];
  const [row] = await db.orm.execute<{ items: string; total: number }>(sql`
    WITH chosen AS MATERIALIZED (
      SELECT r.id, row_number() OVER (ORDER BY r.started_at DESC, r.id) AS place FROM runs r
      WHERE ${sql.join(wanted, sql` AND `)}
    )
    SELECT (SELECT count(*) FROM chosen)::int AS total,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'protocol', r.protocol, 'version', r.version, 'pack', r.pack,
        'personId', r.person_id, 'startedBy', r.started_by, 'rehearsal', r.rehearsal, 'state', r.state,
        'overdue', (SELECT count(DISTINCT (s.step, s.opening)) FROM steps s WHERE ${overdue}),
        'lapsed', (SELECT count(DISTINCT (s.step, s.opening)) FROM steps s WHERE ${lapsed})) ORDER BY c.place), '[]')
        FROM chosen c JOIN runs r ON r.id = c.id WHERE c.place > ${offset} AND c.place <= ${offset + limit})::text AS items`);
  return { items: JSON.parse(row!.items) as MonitoredRun[], total: row!.total };
}
