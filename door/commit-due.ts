import { findDueRuns } from '../db/queries/find-due-runs.js';
import { findRuns } from '../db/queries/find-run.js';
import { writeActs } from '../db/queries/write-acts.js';
import type { Act } from '../protocols/core/acts.js';
import { clockKey, nextDueAt, pendingClocks } from '../protocols/core/due.js';
import { SYSTEM } from './acts.js';
import { createBatch, enter, getPart, rememberBatch, writesOf } from './batch.js';
import type { Door, KnownRun } from './door.js';
import type { Batch } from './entry-of.js';
import { inTurn, MOST_RACES } from './in-turn.js';
import { getDefinition, rememberRun } from './known-runs.js';

/** A run whose every clock has been looked at can hold no more than this many lapses at one instant. */
const MOST_AT_ONCE = 500;
/** A sweep passes over thousands of runs; remembering them would push out those that people work on. */
const NOTHING: ReadonlySet<string> = new Set();

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
  return inTurn(door, runId, () => tryUntilEntered(door, runId, rehearsalAt));
}

async function tryUntilEntered(
  door: Door,
  runId: string,
  rehearsalAt: number | undefined,
): Promise<DueOutcome> {
  for (let attempt = 0; attempt < MOST_RACES; attempt += 1) {
    const run = await rememberRun(door, runId);
    const now = run?.rehearsal ? (rehearsalAt ?? run.state.lastAt) : door.clock.now();
    if (!run) return { entered: 0, now };
    const batch = await dueBatch(door, run, now);
    if (!batch) return outcome(0, run.state, now);
    const { written } = await writeActs(door.db.sql, writesOf(batch));
    rememberBatch(door, batch, written);
    const part = getPart(batch, runId);
    if (written.has(runId)) return outcome(part.entries.length, part.run.state, now);
    await door.clock.adjust(door.db.sql);
  }
  throw new Error(`Due acts lost ${MOST_RACES} races in a row`);
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
  const batches: Batch[] = [];
  const taken = new Set<string>();
  const errors: unknown[] = [];
  for (const run of await findRuns(door.db.sql, ids)) {
    try {
      const batch = await dueBatch(door, run, now);
      // One statement moves a run once: what touches a run that another batch moves waits for the next sweep.
      if (!batch || [...batch.parts.keys()].some((id) => taken.has(id))) continue;
      for (const id of batch.parts.keys()) taken.add(id);
      batches.push(batch);
    } catch (error) {
      errors.push(error);
    }
  }
  const writes = batches.flatMap(writesOf);
  const { written } =
    writes.length > 0 ? await writeActs(door.db.sql, writes) : { written: new Set<string>() };
  for (const batch of batches) rememberBatch(door, batch, NOTHING);
  let entered = 0;
  for (const { runId, entries } of writes) if (written.has(runId)) entered += entries.length;
  return { entered, looked: ids.length, left: ids.filter((id) => !written.has(id)), errors };
}

/** All acts of time that are due in a run, entered in order; undefined when there is none. */
async function dueBatch(door: Door, run: KnownRun, now: number): Promise<Batch | undefined> {
  const batch = createBatch(await getDefinition(door, run), run);
  const part = getPart(batch, run.id);
  while (part.entries.length < MOST_AT_ONCE) {
    const due = pendingClocks(part.run.state)[0];
    if (!due || due.dueAt > now) break;
    const act: Act = { type: 'clock-reached', clock: due.clock, dueAt: due.dueAt, at: now };
    const request = { actId: clockKey(due), actor: SYSTEM };
    const entered = await enter(door, batch, run.id, request, act);
    if (!entered.ok) throw new Error(`A due clock was refused: ${entered.refusal.code}`);
  }
  return part.last && batch;
}
