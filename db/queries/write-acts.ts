import type postgres from 'postgres';
import type { Act } from '../../protocols/core/acts.js';
import type { RunState } from '../../protocols/core/state.js';
import type { FollowMessage } from '../../protocols/messages.js';
import type { RowChanges } from '../rows.js';
import type { Actor } from '../schema/history.js';
import { type DecisionMark, WRITE_MARKS } from './series.js';
import { mergeSteps } from './step-changes.js';
import { enterCalls } from './webhook-calls.js';
import { addSeat, WRITE_SEATS } from './write-seats.js';

/** One act of a run with what it changes. */
export interface EntryWrite {
  readonly actId: string;
  readonly act: Act;
  readonly actor: Actor;
  readonly message: FollowMessage;
  readonly rows: RowChanges;
  readonly answersDigest?: string;
  readonly answers?: readonly SealedAnswers[];
  /** Of a decision about a person: what it is counted by. */
  readonly mark?: DecisionMark;
}

/** Answers of one compartment, sealed, base64. */
export interface SealedAnswers {
  readonly compartment: string;
  readonly form: string;
  readonly ciphertext: string;
  /** Keyed hashes of the document numbers in it, base64; see `document_keys`. */
  readonly documents?: readonly string[];
}

/** Consecutive acts of one run, written together or not at all. */
export interface RunWrite {
  readonly runId: string;
  /** Position the run must be at (0: it must not exist). */
  readonly after: number;
  readonly entries: readonly EntryWrite[];
  /** State after the last entry. */
  readonly state: RunState;
  readonly nextDueAt?: number;
  /** The database's clock must have reached this instant (time acts). */
  readonly notBefore?: number;
  /** How far the acts' date may be from the database's clock, in ms; absent for a rehearsal, which has its own. */
  readonly tolerance?: number;
  /** For the first act of a run. */
  readonly start?: RunStart;
  /** Writes of the same group are made all or none; one without acts only asks that its run is still at `after`. */
  readonly group?: string;
}

export interface RunStart {
  readonly protocol: string;
  readonly version: number;
  /** `id@version` of the pack the run is under. */
  readonly pack: string | null;
  readonly personId: string;
  readonly startedBy: string;
  readonly rehearsal: boolean;
  /** Keys of a person not known before. */
  readonly personKeys?: WrappedKeys;
}

/** Data keys of a person, wrapped, base64. */
export interface WrappedKeys {
  readonly wrappedBy: string;
  readonly identity: string;
  readonly contact: string;
  readonly protection: string;
}

/**
 * One statement for any number of runs, so that an act costs one round trip and thousands of lapses cost few.
 * Everything hangs on `won`: the run is still where the caller saw it, none of the acts was entered before, the
 * database's clock agrees, and no key was destroyed under which answers were sealed. A run that is not in `won` had nothing written. Of a group nothing is written unless all of it
 * can be: its runs are locked before they are looked at. A statement with several runs locks them in the order of their
 * ids, so that no two wait for each other.
 */
const writeWith = (more: string) => `
WITH clock AS (SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now),
given AS MATERIALIZED (
  SELECT u.*, (u.tolerance IS NULL OR abs(clock.now - u.at) <= u.tolerance)
    AND (u."notBefore" IS NULL OR clock.now >= u."notBefore") AS fits
  FROM clock, json_to_recordset($1::text::json) AS u(run text, after int, upto int, acts json, at float8, tolerance float8,
    "notBefore" float8, state json, "nextDueAt" float8, ending text, "endedAt" float8, protocol text, version int, pack text, person text,
    by text, rehearsal bool, grp text, answered bool, contact bool, protection bool)
),
held AS MATERIALIZED (
  SELECT r.id, r.seq FROM given g JOIN runs r ON r.id = g.run
  WHERE (SELECT count(*) FROM given) > 1 ORDER BY r.id FOR NO KEY UPDATE OF r
),
failing AS MATERIALIZED (
  SELECT g.grp FROM given g LEFT JOIN held h ON h.id = g.run
  WHERE g.grp IS NOT NULL AND (NOT g.fits OR (g.after > 0 AND (h.seq IS NULL OR h.seq <> g.after
    OR EXISTS (SELECT 1 FROM json_array_elements_text(g.acts) AS a(id) JOIN history y ON y.run_id = g.run AND y.act_id = a.id))))
),
unit AS (
  -- Counting makes the locks come first, also where no group asks about them.
  SELECT g.* FROM given g WHERE (SELECT count(*) FROM held) >= 0 AND g.fits AND g.upto > g.after
    AND (g.grp IS NULL OR g.grp NOT IN (SELECT grp FROM failing))
),
begun AS (
  INSERT INTO runs (id, protocol, version, pack, person_id, started_by, rehearsal, seq, state, started_at, next_due_at, ending, ended_at)
  SELECT run, protocol, version, pack, person, by, rehearsal, upto, state, to_timestamp(at / 1000), to_timestamp("nextDueAt" / 1000),
    ending, to_timestamp("endedAt" / 1000)
  FROM unit WHERE after = 0 ON CONFLICT DO NOTHING RETURNING id
),
moved AS (
  UPDATE runs SET seq = u.upto, state = u.state, next_due_at = to_timestamp(u."nextDueAt" / 1000), ending = u.ending,
    ended_at = to_timestamp(u."endedAt" / 1000)
  FROM unit u
  WHERE u.after > 0 AND runs.id = u.run AND runs.seq = u.after
    AND NOT EXISTS (SELECT 1 FROM json_array_elements_text(u.acts) AS a(id) JOIN history h ON h.run_id = u.run AND h.act_id = a.id)
    AND (u.answered IS NULL OR EXISTS (SELECT 1 FROM person_keys k WHERE k.person_id = runs.person_id AND k.identity <> ''
      AND (u.contact IS NULL OR k.contact <> '') AND (u.protection IS NULL OR k.protection <> '')))
  RETURNING runs.id
),
won AS MATERIALIZED (SELECT id FROM begun UNION ALL SELECT id FROM moved),
keys AS (
  INSERT INTO person_keys (person_id, wrapped_by, identity, contact, protection)
  SELECT k.person, k."wrappedBy", decode(k.identity, 'base64'), decode(k.contact, 'base64'), decode(k.protection, 'base64')
  FROM won JOIN json_to_recordset($2::text::json) AS k(run text, person text, "wrappedBy" text, identity text, contact text,
    protection text) ON k.run = won.id
),
entered AS (
  INSERT INTO history (run_id, seq, act_id, act, actor, answers_digest, at)
  SELECT e.run, e.seq, e."actId", e.act, e.actor, e."answersDigest", to_timestamp(e.at / 1000)
  FROM won JOIN json_to_recordset($3::text::json) AS e(run text, seq int, "actId" text, act json, actor json, "answersDigest" text,
    at float8) ON e.run = won.id
),
answered AS (
  INSERT INTO answers (run_id, seq, compartment, form, ciphertext)
  SELECT a.run, a.seq, a.compartment, a.form, decode(a.ciphertext, 'base64')
  FROM won JOIN json_to_recordset($4::text::json) AS a(run text, seq int, compartment text, form text, ciphertext text) ON a.run = won.id
),
documented AS (
  INSERT INTO document_keys (person_id, hash)
  SELECT r.person_id, decode(d.hash, 'base64')
  FROM won JOIN json_to_recordset($4::text::json) AS a(run text, documents json) ON a.run = won.id AND a.documents IS NOT NULL
    JOIN runs r ON r.id = a.run AND NOT r.rehearsal, json_array_elements_text(a.documents) AS d(hash)
  ON CONFLICT DO NOTHING
),
opened AS (
  INSERT INTO steps (run_id, step, opening, role, institution_id, status, opened_at, due_at, paused, lapsed_at, closed_at, outcome,
    by_silence)
  SELECT o.run, o.step, o.opening, o.role, o.institution, o.status, to_timestamp(o."openedAt" / 1000),
    to_timestamp(o."dueAt" / 1000), coalesce(o.paused, false), to_timestamp(o."lapsedAt" / 1000),
    to_timestamp(o."closedAt" / 1000), o.outcome, coalesce(o."bySilence", false)
  FROM won JOIN json_to_recordset($5::text::json) AS o(run text, step text, opening int, role text, institution text, status text,
    "openedAt" float8, "dueAt" float8, paused bool, "lapsedAt" float8, "closedAt" float8, outcome text, "bySilence" bool)
    ON o.run = won.id
),
change AS (
  SELECT c.* FROM won JOIN json_to_recordset($6::text::json) AS c(run text, step text, opening int, role text, institution text,
    status text, "dueAt" float8, paused bool, "lapsedAt" float8, "closedAt" float8, outcome text, "bySilence" bool)
    ON c.run = won.id
),
changed AS (
  UPDATE steps s SET institution_id = coalesce(c.institution, s.institution_id), status = coalesce(c.status, s.status),
    due_at = coalesce(to_timestamp(c."dueAt" / 1000), s.due_at), paused = coalesce(c.paused, s.paused),
    lapsed_at = coalesce(to_timestamp(c."lapsedAt" / 1000), s.lapsed_at),
    closed_at = coalesce(to_timestamp(c."closedAt" / 1000), s.closed_at),
    outcome = coalesce(c.outcome, s.outcome), by_silence = coalesce(c."bySilence", s.by_silence)
  FROM change c WHERE s.run_id = c.run AND s.step = c.step AND s.opening = c.opening AND s.role = c.role
),
undrafted AS (
  DELETE FROM drafts d USING change c
  WHERE c.status IN ('signed', 'closed', 'withdrawn') AND d.run_id = c.run AND d.step = c.step AND d.opening = c.opening
    AND d.role = c.role
),
parties AS (
  INSERT INTO run_parties (run_id, role, institution_id, cut)
  SELECT p.run, p.role, p.institution, p.cut
  FROM won JOIN json_to_recordset($7::text::json) AS p(run text, role text, institution text, cut bool) ON p.run = won.id
  ON CONFLICT (run_id, role) DO UPDATE SET institution_id = excluded.institution_id, cut = excluded.cut
),
told AS (
  INSERT INTO notices (run_id, seq, n, kind, level, institution_id, role, step, opening, due_at, state, reference)
  SELECT t.run, t.seq, t.n, t.kind, t.level, t.institution, t.role, t.step, t.opening, to_timestamp(t."dueAt" / 1000), t.state,
    t.reference
  FROM won JOIN json_to_recordset($8::text::json) AS t(run text, seq int, n int, kind text, level text, institution text, role text,
    step text, opening int, "dueAt" float8, state text, reference text) ON t.run = won.id
  RETURNING run_id, kind, institution_id, due_at, reference
),
called AS (${enterCalls('told')}
),
share AS (
  SELECT r.* FROM won JOIN json_to_recordset($9::text::json) AS r(run text, seq int, at float8, share text, step text, opening int,
    role text, institution text, categories json, state text, "acknowledgeBy" float8) ON r.run = won.id
),
shared AS (
  INSERT INTO releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state, acknowledge_by)
  SELECT run, share, seq, step, opening, role, institution, ARRAY(SELECT json_array_elements_text(categories)), state,
    to_timestamp("acknowledgeBy" / 1000)
  FROM share WHERE state <> 'acknowledged'
),
acknowledged AS (
  UPDATE releases s SET state = 'acknowledged', acknowledged_at = to_timestamp(r.at / 1000)
  FROM share r WHERE r.state = 'acknowledged' AND s.run_id = r.run AND s.share = r.share
),
related AS (
  INSERT INTO family_members (run_id, unit_id, member)
  SELECT f.run, f.unit, f.member FROM won JOIN json_to_recordset($10::text::json) AS f(run text, unit text, member text)
    ON f.run = won.id
),
${more}posted AS (
  INSERT INTO outbox (run_id, seq, message)
  SELECT m.run, m.seq, m.message FROM won JOIN json_to_recordset($3::text::json) AS m(run text, seq int, message json) ON m.run = won.id
),
woken AS (
  -- Only the first of a backlog needs to wake the relay; the rest it finds by itself.
  SELECT pg_notify('retorno_outbox', '') WHERE EXISTS (SELECT 1 FROM won) AND NOT EXISTS (SELECT 1 FROM outbox)
)
SELECT clock.now, (SELECT json_agg(id) FROM won)::text AS won, (SELECT count(*) FROM woken) AS woken FROM clock`;

/** Only decisions about persons pay for being counted, and acts of group operations and of people in them for the lines of lists. */
const WRITES = {
  plain: writeWith(''),
  marks: writeWith(WRITE_MARKS),
  seats: writeWith(WRITE_SEATS),
  both: writeWith(WRITE_SEATS + WRITE_MARKS),
} as const;

/** Which runs were written, and the database's clock at that moment (epoch milliseconds). */
export interface WriteResult {
  readonly written: ReadonlySet<string>;
  readonly databaseAt: number;
}

/** Writes the acts of one or many runs, each run whole or not at all. */
export async function writeActs(
  sql: postgres.Sql,
  writes: readonly RunWrite[],
): Promise<WriteResult> {
  const seats = seatParameters(writes);
  const marks = writes.some(({ entries }) => entries.some(({ mark }) => mark));
  const rows = await sql.unsafe<{ now: string; won: string | null }[]>(
    WRITES[seats ? (marks ? 'both' : 'seats') : marks ? 'marks' : 'plain'],
    [...parameters(writes), ...(seats ?? [])],
    { prepare: true },
  );
  const { now, won } = rows[0]!;
  return { written: new Set(won ? (JSON.parse(won) as string[]) : []), databaseAt: Number(now) };
}

function parameters(writes: readonly RunWrite[]): string[] {
  const entries: object[] = [];
  const answers: object[] = [];
  const parties: object[] = [];
  const notices: object[] = [];
  const releases: object[] = [];
  const keys: object[] = [];
  const families: object[] = [];
  for (const { runId: run, after, entries: acts, start } of writes) {
    if (start?.personKeys) keys.push({ run, person: start.personId, ...start.personKeys });
    acts.forEach((entry, index) => {
      const seq = after + 1 + index;
      const { actId, act, actor, message, answersDigest, rows, mark } = entry;
      entries.push({ run, seq, at: act.at, actId, act, actor, message, answersDigest, mark });
      for (const row of entry.answers ?? []) answers.push({ run, seq, ...row });
      for (const row of rows.parties) parties.push({ run, ...row });
      for (const row of rows.notices) notices.push({ run, seq, ...row });
      if (rows.family) families.push({ run, ...rows.family });
      for (const row of rows.releases) releases.push({ run, seq, at: act.at, ...row });
    });
  }
  const { opened, changed } = mergeSteps(
    writes.flatMap(({ runId: run, entries: acts }) => acts.map(({ rows }) => ({ run, rows }))),
  );
  return [
    writes.map(unitOf),
    keys,
    entries,
    answers,
    opened,
    changed,
    parties,
    notices,
    releases,
    families,
  ].map((rows) => JSON.stringify(rows));
}

/** Undefined when no act is about a group operation. */
function seatParameters(writes: readonly RunWrite[]): string[] | undefined {
  const seats: Parameters<typeof addSeat>[0] = new Map();
  const operations = new Map<string, object>();
  const versions: object[] = [];
  for (const { runId: run, after, entries } of writes) {
    entries.forEach(({ rows }, index) => {
      const seq = after + 1 + index;
      for (const row of rows.seats) addSeat(seats, run, seq, row);
      if (rows.operation) operations.set(run, { run, ...rows.operation });
      for (const row of rows.manifests) versions.push({ run, seq, ...row });
    });
  }
  if (seats.size + operations.size + versions.length === 0) return undefined;
  return [[...seats.values()], [...operations.values()], versions].map((rows) =>
    JSON.stringify(rows),
  );
}

function unitOf(write: RunWrite): object {
  const { runId, after, entries, state, start } = write;
  return {
    run: runId,
    after,
    upto: after + entries.length,
    acts: entries.map((entry) => entry.actId),
    at: entries.at(-1)?.act.at,
    tolerance: write.tolerance,
    notBefore: write.notBefore,
    state,
    nextDueAt: write.nextDueAt,
    ending: state.ending?.id,
    endedAt: state.ending?.at,
    grp: write.group,
    ...keysOf(entries),
    ...(start && {
      protocol: start.protocol,
      version: start.version,
      pack: start.pack,
      person: start.personId,
      by: start.startedBy,
      rehearsal: start.rehearsal,
    }),
  };
}

/** Which of the person's keys the write needs: answers have a digest under that of identity, and are sealed in compartments. */
function keysOf(entries: readonly EntryWrite[]): object {
  if (!entries.some((entry) => entry.answersDigest !== undefined)) return {};
  const within = new Set(
    entries.flatMap(({ answers = [] }) => answers.map((part) => part.compartment)),
  );
  return {
    answered: true,
    ...(within.has('contact') && { contact: true }),
    ...(within.has('protection') && { protection: true }),
  };
}
