import type postgres from 'postgres';
import type { Entry, Recording, SharedRecord } from '../../protocols/checker/audit.js';
import type { Act } from '../../protocols/core/acts.js';
import type { Queryable } from './log/queryable.js';

/** All that is recorded of a run, and the protocol version it says it follows. */
export interface RunRecording extends Recording {
  /** Undefined when only the history is left of the run. */
  readonly follows?: {
    readonly protocol: string;
    readonly version: number;
    readonly pack: string | null;
  };
}

interface RunRow {
  protocol: string;
  version: number;
  pack: string | null;
  rehearsal: boolean;
  length: number;
}

interface EntryRow extends Omit<Entry, 'act' | 'actor'> {
  act: string;
  institution: string | null;
  account: string | null;
}

const ms = (column: string, name: string) =>
  `round(extract(epoch FROM ${column}) * 1000)::float8 AS "${name}"`;

/** Reads a run as it stands at one moment; undefined when nothing of it is recorded. Answers stay sealed. */
export async function readRecording(
  sql: postgres.Sql,
  runId: string,
): Promise<RunRecording | undefined> {
  return sql.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY', (tx) => readRecordingIn(tx, runId));
}

/** The same within a transaction that sees one moment. */
export async function readRecordingIn(
  tx: Queryable,
  runId: string,
): Promise<RunRecording | undefined> {
  const [run] = await tx.unsafe<RunRow[]>(
    'SELECT protocol, version, pack, rehearsal, seq AS length FROM runs WHERE id = $1',
    [runId],
    { prepare: true },
  );
  const rows = await tx.unsafe<EntryRow[]>(
    `SELECT h.seq, h.act::text AS act, h.actor->>'institution' AS institution, h.actor->>'account' AS account,
       h.answers_digest IS NOT NULL AS answered,
       EXISTS (SELECT 1 FROM answers a WHERE a.run_id = h.run_id AND a.seq = h.seq) AS kept,
       ${ms('h.at', 'datedAt')}, ${ms('h.recorded_at', 'recordedAt')}
     FROM history h WHERE h.run_id = $1 ORDER BY h.seq`,
    [runId],
    { prepare: true },
  );
  if (!run && rows.length === 0) return undefined;
  const shares = await tx.unsafe<SharedRecord[]>(
    `SELECT r.share, r.seq, r.institution_id AS institution, r.categories, r.state, ${ms('r.released_at', 'releasedAt')},
       ARRAY(SELECT DISTINCT o.institution_id FROM share_openings o WHERE o.run_id = r.run_id AND o.share = r.share) AS "openedBy"
     FROM releases r WHERE r.run_id = $1 ORDER BY r.seq, r.share COLLATE "C"`,
    [runId],
    { prepare: true },
  );
  const recording = {
    entries: rows.map(entryOf),
    shares,
    length: run?.length ?? 0,
    rehearsal: run?.rehearsal ?? false,
  };
  if (!run) return recording;
  const { protocol, version, pack } = run;
  return { ...recording, follows: { protocol, version, pack } };
}

function entryOf({ act, institution, account, ...row }: EntryRow): Entry {
  const actor = { institution: institution ?? '', account: account ?? '' };
  return { ...row, act: JSON.parse(act) as Act, actor };
}

/** Ids of all runs of which anything is recorded, in order, after the given one. */
export async function listRecordedRuns(
  sql: postgres.Sql,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.unsafe<{ id: string }[]>(
    `SELECT id FROM (SELECT run_id AS id FROM history WHERE run_id > $1 UNION SELECT id FROM runs WHERE id > $1) AS known
     ORDER BY id LIMIT $2`,
    [after, limit],
    { prepare: true },
  );
  return rows.map(({ id }) => id);
}
