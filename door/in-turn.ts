import { pause } from '../platform/pause.js';
import type { Door } from './door.js';

/** By what a process remembers of runs: every request works with a door of its own, and all of them with that. */
const lines = new WeakMap<Door['runs'], Map<string, Promise<unknown>>>();

/**
 * A run changes under us only when another process's act won; more losses in a row than this mean a bug. Acts of this process
 * wait for each other.
 */
export const MOST_RACES = 100;

/** Nobody waits longer than this for who came before, in milliseconds: the line is for fairness, nothing rests on it. */
const LONGEST_WAIT = 5000;

/**
 * Does the work once everybody has who came before with work on the same run in this process. Who enters acts by trying again
 * until nobody else was quicker would else lose for ever to a crowd: a stop must not, whoever keeps the run busy.
 */
export async function inTurn<T>({ runs }: Door, runId: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(runs) ?? new Map<string, Promise<unknown>>();
  lines.set(runs, line);
  const before = line.get(runId);
  const mine = before ? soon(before).then(work) : work();
  const over = mine.catch(() => {});
  line.set(runId, over);
  try {
    return await mine;
  } finally {
    if (line.get(runId) === over) line.delete(runId);
  }
}

/** The same for work on several runs: the lines are joined in the order of the ids, so that no two wait for each other. */
export function inTurns<T>(
  door: Door,
  runIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const [first, ...rest] = [...new Set(runIds)].sort();
  return first === undefined ? work() : inTurn(door, first, () => inTurns(door, rest, work));
}

/** Whether somebody has their turn in a run or waits for it. */
export function isBusy({ runs }: Door, runId: string): boolean {
  return lines.get(runs)?.has(runId) ?? false;
}

async function soon(before: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  await Promise.race([before, pause(LONGEST_WAIT, done.signal)]);
  done.abort();
}
