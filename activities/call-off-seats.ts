import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { type DeadLine, isDeadLine, listDeadLines } from '../db/queries/manifest.js';
import { SYSTEM } from '../door/acts.js';
import { commitJudged, getDefinition } from '../door/commit-act.js';
import type { Door } from '../door/door.js';
import { callingOff } from '../protocols/core/operation.js';
import { ACTIVITY_FAILURES, type RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { keepAlive } from './keep-alive.js';

/** Lines looked at together; each is called off by an act of its own. */
const PAGE = 50;

/**
 * Tells everybody who holds a line that no longer stands, each by one act of their own run, one after the other and
 * held back while the engine is behind. Goes by how things stand, so it may be run again at any time.
 */
export function createCallOffSeats({
  door,
}: Pick<ActivityDeps, 'door'>): RunActivities['callOffSeats'] {
  return ({ operation }) =>
    keepAlive(async () => {
      const left = new Set<string>();
      while (true) {
        const page = await listDeadLines(door.db.sql, operation, PAGE + left.size);
        const dead = page.filter(({ run }) => !left.has(run));
        for (const line of dead) {
          await door.pressure.admit();
          if (!(await callOff(door, operation, line))) left.add(line.run);
        }
        if (dead.length === 0) break;
      }
      if (left.size === 0) return;
      throw ApplicationFailure.retryable('seats still stand', ACTIVITY_FAILURES.seatsStanding);
    });
}

/**
 * Whether nothing is left to tell the person's run. The same seat is always called off under the same id, and only that seat:
 * while the engine is behind its person may be seated anew, and the event would take away whatever seat they have.
 */
async function callOff(door: Door, operation: string, line: DeadLine): Promise<boolean> {
  const { run: runId, seq } = line;
  let isGone = false;
  const result = await commitJudged(door, runId, async (run) => {
    isGone = !(await isDeadLine(door.db.sql, operation, line));
    const reported = isGone ? undefined : callingOff(await getDefinition(door, run));
    const actId = `operation/${operation}/${seq}`;
    return (
      reported && { runId, actId, actor: SYSTEM, act: { type: 'event-reported', ...reported } }
    );
  });
  if (!result) return isGone;
  if (result.ok) return true;
  // The line may have fallen away by the person's own act meanwhile; then it is not in the next page.
  log.warn('A seat that no longer stands was not called off', { code: result.refusal.code });
  return false;
}
