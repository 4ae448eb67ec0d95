import { findDueRuns } from '../db/queries/find-due-runs.js';
import { findRuns } from '../db/queries/find-run.js';
import { type EntryWrite, type RunWrite, writeActs } from '../db/queries/write-acts.js';
import type { Act } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import { clockKey, nextDueAt, pendingClocks } from '../protocols/core/due.js';
import { SYSTEM } from './acts.js';
import { entryOf, getDefinition, rememberRun, runWrite } from './commit-act.js';
import type { Door, KnownRun } from './door.js';

/** A run whose every clock has been looked at can hold no more than this many lapses at one instant. */
const MOST_AT_ONCE = 500;

/** What became of a look at a run's clocks. */
export interface DueOutcome {
  /** Acts entered. */
  readonly entered: number;
  /** The next instant something falls due, if anything is waiting. */
  readonly nextDueAt?: number;
  /** The instant by which it was judged. */
  readonly now: number;
}

/**
 * Lets everything that is due in one run happen: reminders, lapses, escalations, expiries, planned openings. Judged by
 * the database's clock; a rehearsal by the instant given. Somebody else may have been first: then nothing is entered.
 */
export async function commitDue(
  door: Door,
  runId: string,
  rehearsalAt?: number,
): Promise<DueOutcome> {
  await door.clock.adjust(door.db.sql);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const run = await rememberRun(door, runId);
    const now = run?.rehearsal ? (rehearsalAt ?? run.state.lastAt) : door.clock.now();
    if (!run) return { entered: 0, now };
    const write = await dueWrite(door, run, now);
    if (!write) return outcome(0, run.state, now);
    const { written } = await writeActs(door.db.sql, [write]);
    door.runs.delete(runId);
    if (written.has(runId)) return outcome(write.entries.length, write.state, now);
    await door.clock.adjust(door.db.sql);
  }
  throw new Error('Due acts lost 20 races in a row');
}

function outcome(entered: number, state: KnownRun['state'], now: number): DueOutcome {
  const next = nextDueAt(state);
  return { entered, now, ...(next === undefined ? {} : { nextDueAt: next }) };
}

/** What a sweep did. */
export interface Sweep {
  /** Acts entered. */
  readonly entered: number;
  /** Runs looked at; fewer than the limit means nothing else was due. */
  readonly looked: number;
  /** Due runs that could not be entered: somebody else was first, or see `errors`. */
  readonly left: readonly string[];
  readonly errors: readonly unknown[];
}

/**
 * Commits what is due in up to `limit` runs in one statement. A run that cannot be judged is left where it is: it must
 * not hold up the deadlines of all others.
 */
export async function sweepDue(door: Door, limit: number): Promise<Sweep> {
  const ids = await findDueRuns(door.db.sql, limit);
  if (ids.length === 0) return { entered: 0, looked: 0, left: [], errors: [] };
  await door.clock.adjust(door.db.sql);
  const now = door.clock.now();
  const writes: RunWrite[] = [];
  const errors: unknown[] = [];
  for (const run of await findRuns(door.db.sql, ids)) {
    try {
      const write = await dueWrite(door, run, now);
      if (write) writes.push(write);
    } catch (error) {
      errors.push(error);
    }
  }
  const { written } =
    writes.length > 0 ? await writeActs(door.db.sql, writes) : { written: new Set<string>() };
  let entered = 0;
  for (const write of writes) {
    door.runs.delete(write.runId);
    if (written.has(write.runId)) entered += write.entries.length;
  }
  return { entered, looked: ids.length, left: ids.filter((id) => !written.has(id)), errors };
}

/** All acts of time that are due in a run, applied in order; undefined when there is none. */
async function dueWrite(door: Door, run: KnownRun, now: number): Promise<RunWrite | undefined> {
  const definition = await getDefinition(door, run);
  const entries: EntryWrite[] = [];
  let { state } = run;
  let last: Act | undefined;
  while (entries.length < MOST_AT_ONCE) {
    const due = pendingClocks(state)[0];
    if (!due || due.dueAt > now) break;
    const act: Act = { type: 'clock-reached', clock: due.clock, dueAt: due.dueAt, at: now };
    const applied = apply(definition, state, act);
    if (!applied.ok) throw new Error(`A due clock was refused: ${applied.refusal.code}`);
    const request = { actId: clockKey(due), actor: SYSTEM };
    entries.push(await entryOf(door, definition, run, request, act, applied));
    state = applied.state;
    last = act;
  }
  return last && runWrite(run, entries, state, last);
}
