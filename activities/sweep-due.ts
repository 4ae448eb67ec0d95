import { cancellationSignal, heartbeat, log } from '@temporalio/activity';
import { findTimeToNextDue } from '../db/queries/find-due-runs.js';
import { sweepDue } from '../door/commit-due.js';
import { createRegisterSpreader } from '../door/spread-register.js';
import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { pauseFor } from './pause-for.js';

/** Runs in one statement. */
const BATCH = 500;
const LONGEST_SLEEP = 1000;
/** Between two looks at most this fast, even when the next instant is now. */
const SHORTEST_SLEEP = 10;

/**
 * Commits what is due in any run, the moment it is due, and tells open runs what is new in the register, until the time
 * is up or the worker stops. A run that cannot be entered is tried again with the others and delays none of them.
 */
export function createSweepDue({
  door,
  stopping,
}: Pick<ActivityDeps, 'door' | 'stopping'>): SystemActivities['sweepDue'] {
  const spread = createRegisterSpreader(door);
  return async ({ forMs }) => {
    const signal = AbortSignal.any([cancellationSignal(), stopping]);
    const end = performance.now() + forMs;
    let entered = 0;
    while (!signal.aborted && performance.now() < end) {
      heartbeat(entered);
      const { told, more, errors } = await spread(BATCH);
      for (const err of errors)
        log.error('A run cannot be told what is new in the register', { err });
      entered += told;
      const swept = await sweepDue(door, BATCH);
      for (const err of swept.errors) log.error('What is due in a run cannot be entered', { err });
      entered += swept.entered;
      if (more || (swept.entered > 0 && swept.looked === BATCH)) continue;
      const next = await findTimeToNextDue(door.db.sql, swept.left);
      const wait = Math.min(next ?? LONGEST_SLEEP, end - performance.now());
      await pauseFor(Math.min(Math.max(wait, SHORTEST_SLEEP), LONGEST_SLEEP), signal);
    }
    return { entered };
  };
}
