import { commitDue } from '../door/commit-due.js';
import type { RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/** Lets what is due in one run happen, through the door like every act. */
export function createCommitDue({ door }: ActivityDeps): RunActivities['commitDue'] {
  return async ({ runId, rehearsalAt }) => {
    const { nextDueAt, now } = await commitDue(door, runId, rehearsalAt);
    return nextDueAt === undefined ? { now } : { nextDueAt, now };
  };
}
