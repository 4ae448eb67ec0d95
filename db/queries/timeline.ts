import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';

/** One entry of a run's story with what it made happen. Instants are epoch milliseconds. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly act: Act;
  readonly institution: string;
  readonly notices: readonly {
    kind: string;
    level: string;
    institution: string;
    step: string | null;
    state: string;
  }[];
  readonly releases: readonly { share: string; institution: string; state: string }[];
}

interface Row extends Omit<TimelineEntry, 'act' | 'notices' | 'releases'> {
  act: string;
  notices: string | null;
  releases: string | null;
}

/** A run's acts in order, each with its notices and shares. */
export async function readTimeline(sql: postgres.Sql, runId: string): Promise<TimelineEntry[]> {
  const rows = await sql.unsafe<Row[]>(
    `SELECT h.seq, round(extract(epoch FROM h.at) * 1000)::float8 AS at, h.act::text AS act, h.actor->>'institution' AS institution,
       (SELECT json_agg(json_build_object('kind', n.kind, 'level', n.level, 'institution', n.institution_id, 'step', n.step,
          'state', n.state) ORDER BY n.n) FROM notices n WHERE n.run_id = h.run_id AND n.seq = h.seq)::text AS notices,
       (SELECT json_agg(json_build_object('share', r.share, 'institution', r.institution_id, 'state', r.state) ORDER BY r.share)
          FROM releases r WHERE r.run_id = h.run_id AND r.seq = h.seq)::text AS releases
     FROM history h WHERE h.run_id = $1 ORDER BY h.seq`,
    [runId],
    { prepare: true },
  );
  return rows.map((row) => ({
    ...row,
    act: JSON.parse(row.act) as Act,
    notices: row.notices ? JSON.parse(row.notices) : [],
    releases: row.releases ? JSON.parse(row.releases) : [],
  }));
}

/** Notices of a run that are still to be mailed. */
export async function countUnsent(sql: postgres.Sql, runId: string): Promise<number> {
  const [row] = await sql.unsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM notices WHERE run_id = $1 AND state IN ('pending', 'sending')`,
    [runId],
    { prepare: true },
  );
  return row!.n;
}
