import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { type DeadLine, listDeadLines } from '../db/queries/manifest.js';
import { SYSTEM } from '../door/acts.js';
import { commitAct, getDefinition, rememberRun } from '../door/commit-act.js';
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

/** Whether the person's run took note. The same seat is always called off under the same id. */
async function callOff(
  door: Door,
  operation: string,
  { run: id, seq }: DeadLine,
): Promise<boolean> {
  const run = await rememberRun(door, id);
  const reported = run && callingOff(await getDefinition(door, run));
  if (!reported) return false;
  const result = await commitAct(door, {
    runId: id,
    actId: `operation/${operation}/${seq}`,
    actor: SYSTEM,
    act: { type: 'event-reported', ...reported },
  });
  if (result.ok) return true;
  // The line may have fallen away by the person's own act meanwhile; then it is not in the next page.
  log.warn('A seat that no longer stands was not called off', { code: result.refusal.code });
  return false;
}
