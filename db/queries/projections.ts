import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';
import type { RunState } from '../../protocols/core/state.js';
import type { FamilyRow } from '../rows.js';
import {
  type ManifestProjection,
  type OperationProjection,
  readSeatProjections,
  replaceSeatProjections,
  type SeatProjection,
} from './seat-projections.js';

/** The projections of one run, comparable: instants as epoch milliseconds, rows in a fixed order. */
export interface Projections {
  readonly run: RunRow;
  readonly parties: readonly PartyRow[];
  readonly steps: readonly StepProjection[];
  readonly notices: readonly NoticeProjection[];
  readonly releases: readonly ReleaseProjection[];
  readonly family: FamilyRow | null;
  readonly seats: readonly SeatProjection[];
  /** What the run declares as a group operation, if it is one, and the lists it sent. */
  readonly operation: OperationProjection | null;
  readonly manifests: readonly ManifestProjection[];
}

export interface RunRow {
  readonly seq: number;
  readonly state: RunState;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ending: string | null;
  readonly nextDueAt: number | null;
}

export interface PartyRow {
  readonly role: string;
  readonly institution: string;
}

export interface StepProjection {
  readonly step: string;
  readonly opening: number;
  readonly role: string;
  readonly institution: string;
  readonly status: string;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly paused: boolean;
  readonly lapsedAt: number | null;
  readonly closedAt: number | null;
  readonly outcome: string | null;
  readonly bySilence: boolean;
}

/** Without state and reference: what became of a notice is a fact of its own, not derived. */
export interface NoticeProjection {
  readonly seq: number;
  readonly n: number;
  readonly kind: string;
  readonly level: string;
  readonly institution: string;
  readonly role: string;
  readonly step: string | null;
  readonly opening: number | null;
  readonly dueAt: number | null;
}

/** Without packet and delivery. */
export interface ReleaseProjection {
  readonly share: string;
  readonly seq: number;
  readonly step: string;
  readonly opening: number;
  readonly role: string;
  readonly institution: string;
  readonly categories: readonly string[];
  readonly suppressed: boolean;
  readonly acknowledgeBy: number | null;
}

const ms = (column: string, name: string) =>
  `round(extract(epoch FROM ${column}) * 1000)::float8 AS "${name}"`;

/** Ids of all runs in the history, in order, after the given one. */
export async function listRunIds(
  sql: postgres.Sql,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.unsafe<{ id: string }[]>(
    'SELECT run_id AS id FROM history WHERE seq = 1 AND run_id > $1 ORDER BY run_id LIMIT $2',
    [after, limit],
    { prepare: true },
  );
  return rows.map((row) => row.id);
}

/** The acts of a run in order. */
export async function readActs(sql: postgres.Sql, runId: string): Promise<Act[]> {
  const rows = await sql.unsafe<{ act: string }[]>(
    'SELECT act::text AS act FROM history WHERE run_id = $1 ORDER BY seq',
    [runId],
    { prepare: true },
  );
  return rows.map((row) => JSON.parse(row.act) as Act);
}

/** Which protocol version a run follows; undefined when the row of the run is gone. */
export async function findRunHead(
  sql: postgres.Sql,
  runId: string,
): Promise<{ protocol: string; version: number; pack: string | null } | undefined> {
  const [row] = await sql.unsafe<{ protocol: string; version: number; pack: string | null }[]>(
    'SELECT protocol, version, pack FROM runs WHERE id = $1',
    [runId],
    { prepare: true },
  );
  return row;
}

/** The projections of a run as they stand in the database. */
export async function readProjections(
  sql: postgres.Sql,
  runId: string,
): Promise<Projections | undefined> {
  const ask = <T>(text: string) => sql.unsafe<T[]>(text, [runId], { prepare: true });
  const [run] = await ask<Omit<RunRow, 'state'> & { state: string }>(
    `SELECT seq, state::text AS state, ${ms('started_at', 'startedAt')}, ${ms('ended_at', 'endedAt')}, ending,
       ${ms('next_due_at', 'nextDueAt')} FROM runs WHERE id = $1`,
  );
  if (!run) return undefined;
  return {
    run: { ...run, state: JSON.parse(run.state) as RunState },
    parties: await ask<PartyRow>(
      'SELECT role, institution_id AS institution, cut FROM run_parties WHERE run_id = $1 ORDER BY role COLLATE "C"',
    ),
    steps: await ask<StepProjection>(
      `SELECT step, opening, role, institution_id AS institution, status, ${ms('opened_at', 'openedAt')}, ${ms('due_at', 'dueAt')},
         paused, ${ms('lapsed_at', 'lapsedAt')}, ${ms('closed_at', 'closedAt')}, outcome, by_silence AS "bySilence"
       FROM steps WHERE run_id = $1 ORDER BY step COLLATE "C", opening, role COLLATE "C"`,
    ),
    notices: await ask<NoticeProjection>(
      `SELECT seq, n, kind, level, institution_id AS institution, role, step, opening, ${ms('due_at', 'dueAt')}
       FROM notices WHERE run_id = $1 AND n < 1000 ORDER BY seq, n`,
    ),
    releases: await ask<ReleaseProjection>(
      `SELECT share, seq, step, opening, to_role AS role, institution_id AS institution, categories,
         state = 'suppressed' AS suppressed, ${ms('acknowledge_by', 'acknowledgeBy')}
       FROM releases WHERE run_id = $1 ORDER BY share COLLATE "C"`,
    ),
    family:
      (
        await ask<FamilyRow>('SELECT unit_id AS unit, member FROM family_members WHERE run_id = $1')
      )[0] ?? null,
    ...(await readSeatProjections(sql, runId)),
  };
}

/**
 * Puts the projections of a run in place of those that stand there, in one transaction. Notices and shares that are
 * there already keep what became of them; missing ones are added as not yet done.
 */
export async function replaceProjections(
  sql: postgres.Sql,
  runId: string,
  projections: Projections,
): Promise<void> {
  const { run, parties, steps, notices, releases, family } = projections;
  await sql.begin(async (tx) => {
    const put = (text: string, rows: unknown) => tx.unsafe(text, [runId, JSON.stringify(rows)]);
    await put(
      `UPDATE runs SET seq = r.seq, state = r.state, started_at = to_timestamp(r."startedAt" / 1000), ending = r.ending,
         ended_at = to_timestamp(r."endedAt" / 1000), next_due_at = to_timestamp(r."nextDueAt" / 1000)
       FROM json_to_record($2::text::json) AS r(seq int, state json, "startedAt" float8, "endedAt" float8, ending text,
         "nextDueAt" float8) WHERE id = $1`,
      run,
    );
    await tx.unsafe('DELETE FROM run_parties WHERE run_id = $1', [runId]);
    await put(
      `INSERT INTO run_parties (run_id, role, institution_id, cut)
       SELECT $1, role, institution, cut FROM json_to_recordset($2::text::json) AS p(role text, institution text, cut bool)`,
      parties,
    );
    await tx.unsafe('DELETE FROM family_members WHERE run_id = $1', [runId]);
    await put(
      `INSERT INTO family_members (run_id, unit_id, member)
       SELECT $1, unit, member FROM json_to_recordset($2::text::json) AS f(unit text, member text)`,
      family ? [family] : [],
    );
    await tx.unsafe('DELETE FROM steps WHERE run_id = $1', [runId]);
    await put(
      `INSERT INTO steps (run_id, step, opening, role, institution_id, status, opened_at, due_at, paused, lapsed_at, closed_at,
         outcome, by_silence)
       SELECT $1, step, opening, role, institution, status, to_timestamp("openedAt" / 1000), to_timestamp("dueAt" / 1000), paused,
         to_timestamp("lapsedAt" / 1000), to_timestamp("closedAt" / 1000), outcome, "bySilence"
       FROM json_to_recordset($2::text::json) AS s(step text, opening int, role text, institution text, status text,
         "openedAt" float8, "dueAt" float8, paused bool, "lapsedAt" float8, "closedAt" float8, outcome text, "bySilence" bool)`,
      steps,
    );
    await put(
      `INSERT INTO notices (run_id, seq, n, kind, level, institution_id, role, step, opening, due_at, state, reference)
       SELECT $1, seq, n, kind, level, institution, role, step, opening, to_timestamp("dueAt" / 1000), 'inbox',
         'R-' || upper(substr(md5($1 || seq || '/' || n), 1, 8))
       FROM json_to_recordset($2::text::json) AS t(seq int, n int, kind text, level text, institution text, role text, step text,
         opening int, "dueAt" float8) ON CONFLICT DO NOTHING`,
      notices,
    );
    await put(
      `INSERT INTO releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state, acknowledge_by)
       SELECT $1, share, seq, step, opening, role, institution, ARRAY(SELECT json_array_elements_text(categories)),
         CASE WHEN suppressed THEN 'suppressed' ELSE 'pending' END, to_timestamp("acknowledgeBy" / 1000)
       FROM json_to_recordset($2::text::json) AS r(share text, seq int, step text, opening int, role text, institution text,
         categories json, suppressed bool, "acknowledgeBy" float8) ON CONFLICT DO NOTHING`,
      releases,
    );
    await replaceSeatProjections(tx, runId, projections);
  });
}
