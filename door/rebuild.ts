import {
  findRunHead,
  listRunIds,
  type NoticeProjection,
  type Projections,
  type ReleaseProjection,
  readActs,
  readProjections,
  replaceProjections,
  type StepProjection,
} from '../db/queries/projections.js';
import type {
  ManifestProjection,
  OperationProjection,
  SeatProjection,
} from '../db/queries/seat-projections.js';
import type { FamilyRow, PartyRow, RowChanges, StepChange, StepRow } from '../db/rows.js';
import type { Act } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import { nextDueAt } from '../protocols/core/due.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import { getDefinition } from './commit-act.js';
import type { Door } from './door.js';
import { operationRow, project } from './project.js';

/** One projection of one run that is not what the history says. */
export interface Difference {
  readonly runId: string;
  /** `continuation`: a re-route whose two runs do not name each other. */
  readonly table: keyof Projections | 'continuation';
}

export interface RebuildReport {
  readonly runs: number;
  readonly acts: number;
  readonly differences: readonly Difference[];
}

const PAGE = 200;

/**
 * Makes every projection again from the history and compares it with what stands in the database. With `write` the
 * projections that differ are put right. `progress` is told how many runs were looked at.
 */
export async function rebuild(
  door: Door,
  options: { write: boolean; progress?: (runs: number) => void },
): Promise<RebuildReport> {
  const { sql } = door.db;
  const differences: Difference[] = [];
  let runs = 0;
  let acts = 0;
  let after = '';
  while (true) {
    const ids = await listRunIds(sql, after, PAGE);
    for (const runId of ids) {
      const head = await findRunHead(sql, runId);
      const stands = await readProjections(sql, runId);
      if (!head || !stands) {
        differences.push({ runId, table: 'run' });
        continue;
      }
      const history = await readActs(sql, runId);
      const expected = projectHistory(await getDefinition(door, head), history);
      const differing = compareProjections(expected, stands);
      for (const table of differing) differences.push({ runId, table });
      if (!(await isLinked(door, runId, history, expected.run.state))) {
        differences.push({ runId, table: 'continuation' });
      }
      if (options.write && differing.length > 0) {
        await replaceProjections(sql, runId, expected);
        door.runs.delete(runId);
      }
      runs += 1;
      acts += history.length;
    }
    options.progress?.(runs);
    if (ids.length < PAGE) return { runs, acts, differences };
    after = ids.at(-1)!;
  }
}

/** Whether the runs before and after a re-route name each other, by their histories. */
async function isLinked(
  door: Door,
  runId: string,
  history: readonly Act[],
  { origin, ending }: RunState,
): Promise<boolean> {
  const { sql } = door.db;
  if (origin) {
    const before = await readActs(sql, origin.run);
    if (before[origin.seq - 1]?.continuation?.run !== runId) return false;
  }
  const next = ending?.continues?.run;
  if (next === undefined) return true;
  const seq = history.findIndex((act) => act.continuation?.run === next) + 1;
  const [first] = await readActs(sql, next);
  if (first?.type !== 'run-started') return false;
  return first.reroute?.fromRun === runId && first.reroute.fromSeq === seq;
}

function compareProjections(expected: Projections, stands: Projections): (keyof Projections)[] {
  const tables = [
    'run',
    'parties',
    'steps',
    'notices',
    'releases',
    'seats',
    'operation',
    'manifests',
    'family',
  ] as const;
  return tables.filter((table) => canonicalJson(expected[table]) !== canonicalJson(stands[table]));
}

/** The projections of one run from its acts alone. Throws when an act that was accepted is refused now. */
export function projectHistory(definition: Definition, acts: readonly Act[]): Projections {
  const steps = new Map<string, StepProjection>();
  const parties = new Map<string, PartyRow>();
  const notices: NoticeProjection[] = [];
  const releases: ReleaseProjection[] = [];
  let family: FamilyRow | null = null;
  const seats = new Map<string, SeatProjection>();
  const manifests: ManifestProjection[] = [];
  let state: RunState | undefined;
  for (const act of acts) {
    const applied = apply(definition, state, act);
    if (!applied.ok) throw new Error(`An entered act is refused now: ${applied.refusal.code}`);
    state = applied.state;
    const rows = project(definition, state, act, applied.effects, SILENT);
    addSteps(steps, rows);
    family = rows.family ?? family;
    addSeats(seats, rows, state.seq);
    for (const row of rows.manifests) {
      manifests.push({ ...row, seq: state.seq });
    }
    for (const party of rows.parties) parties.set(party.role, party);
    const { seq } = state;
    for (const { state: _, reference: __, ...notice } of rows.notices) {
      notices.push({ step: null, opening: null, dueAt: null, ...notice, seq });
    }
    for (const row of rows.releases) {
      if (row.state === 'acknowledged') continue;
      releases.push({
        share: row.share,
        seq,
        step: row.step ?? '',
        opening: row.opening ?? 0,
        role: row.role ?? '',
        institution: row.institution ?? '',
        categories: row.categories ?? [],
        suppressed: row.state === 'suppressed',
        acknowledgeBy: row.acknowledgeBy ?? null,
      });
    }
  }
  if (!state) throw new Error('A run without acts has no projections');
  return {
    run: {
      seq: state.seq,
      state,
      startedAt: state.startedAt,
      endedAt: state.ending?.at ?? null,
      ending: state.ending?.id ?? null,
      nextDueAt: nextDueAt(state) ?? null,
    },
    parties: [...parties.values()].sort((a, b) => (a.role < b.role ? -1 : 1)),
    steps: [...steps.values()].sort(
      (a, b) => compare(a.step, b.step) || a.opening - b.opening || compare(a.role, b.role),
    ),
    notices,
    releases: releases.sort((a, b) => compare(a.share, b.share)),
    family,
    seats: [...seats.values()].sort((a, b) => compare(a.operation, b.operation)),
    operation: operationProjection(definition, state),
    manifests,
  };
}

function addSeats(seats: Map<string, SeatProjection>, rows: RowChanges, seq: number): void {
  for (const { operation, list, status, departsAt, taken, corrected } of rows.seats) {
    const before = seats.get(operation);
    seats.set(operation, {
      operation,
      seq: taken ? seq : (before?.seq ?? seq),
      list,
      status,
      statusSeq: seq,
      corrections: (before?.corrections ?? 0) + (corrected ? 1 : 0),
      departsAt,
    });
  }
}

function operationProjection(definition: Definition, state: RunState): OperationProjection | null {
  const row = operationRow(definition, state);
  return row ? { departsAt: null, latestAt: null, point: null, ...row } : null;
}

const SILENT = { hasMail: () => false, reference: () => '' };

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function addSteps(steps: Map<string, StepProjection>, rows: RowChanges): void {
  const keyOf = (row: StepChange) => `${row.step}#${row.opening}/${row.role}`;
  for (const row of rows.opened) steps.set(keyOf(row), fresh(row));
  for (const row of rows.changed) {
    const before = steps.get(keyOf(row));
    if (before) steps.set(keyOf(row), { ...before, ...defined(row) });
  }
}

function fresh(row: StepRow): StepProjection {
  return {
    dueAt: null,
    paused: false,
    lapsedAt: null,
    closedAt: null,
    outcome: null,
    bySilence: false,
    ...defined(row),
  } as StepProjection;
}

function defined<T extends object>(row: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
