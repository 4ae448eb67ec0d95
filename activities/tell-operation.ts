import { tallyLines } from '../db/queries/manifest.js';
import { SYSTEM } from '../door/acts.js';
import { commitAct, getDefinition, rememberRun } from '../door/commit-act.js';
import { newsOf } from '../protocols/core/operation.js';
import type { RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/**
 * Lets the run of a group operation take note of its lines, by events only the system reports. What it knows already
 * its protocol refuses, so that two persons' runs may tell it the same at once.
 */
export function createTellOperation({
  door,
}: Pick<ActivityDeps, 'door'>): RunActivities['tellOperation'] {
  return async ({ operation }) => {
    const run = await rememberRun(door, operation);
    if (!run) return;
    const definition = await getDefinition(door, run);
    const tally = await tallyLines(door.db.sql, operation);
    for (const event of newsOf(definition, run.state, tally)) {
      await commitAct(door, {
        runId: operation,
        actId: `lines/${event}/${run.state.seq}`,
        actor: SYSTEM,
        act: { type: 'event-reported', event, role: 'system' },
      });
    }
  };
}
