import { cancellationSignal, heartbeat, log } from '@temporalio/activity';
import { findDueRuns, findTimeToNextDue } from '../db/queries/find-due-runs.js';
import { commitDue, sweepDue } from '../door/commit-due.js';
import type { Door } from '../door/door.js';
import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/** Runs in one statement. */
const BATCH = 500;
const LONGEST_SLEEP = 1000;
/** Between two looks at most this fast, even when the next instant is now. */
const SHORTEST_SLEEP = 10;

/**
 * Commits what is due in any run, the moment it is due, until the time is up or the worker stops. When a set fails
 * because of one run, the others are committed one by one.
 */
export function createSweepDue({
  door,
  stopping,
}: Pick<ActivityDeps, 'door' | 'stopping'>): SystemActivities['sweepDue'] {
  return async ({ forMs }) => {
    const signal = AbortSignal.any([cancellationSignal(), stopping]);
    const end = performance.now() + forMs;
    let entered = 0;
    while (!signal.aborted && performance.now() < end) {
      heartbeat(entered);
      const swept = await sweepOnce(door);
      entered += swept.entered;
      if (swept.entered > 0 && swept.looked === BATCH) continue;
      // Due runs that could not be entered are looked at again later, not in a loop.
      const stuck = swept.looked > 0 && swept.entered === 0;
      const next = stuck ? LONGEST_SLEEP : await findTimeToNextDue(door.db.sql);
      await pause(Math.min(next ?? LONGEST_SLEEP, end - performance.now()), signal);
    }
    return { entered };
  };
}

async function sweepOnce(door: Door): Promise<{ entered: number; looked: number }> {
  try {
    return await sweepDue(door, BATCH);
  } catch (error) {
    log.error('A set of due acts failed; they are entered one by one', { err: error });
  }
  const ids = await findDueRuns(door.db.sql, BATCH);
  let entered = 0;
  for (const id of ids) {
    heartbeat(entered);
    try {
      entered += (await commitDue(door, id)).entered;
    } catch (error) {
      log.error('What is due in a run cannot be entered', { run: id, err: error });
    }
  }
  return { entered, looked: ids.length };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(Math.max(ms, SHORTEST_SLEEP), LONGEST_SLEEP));
    signal.addEventListener('abort', end);
  });
}
