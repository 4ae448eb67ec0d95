import { tallyLines } from '../db/queries/manifest.js';
import { SYSTEM } from '../door/acts.js';
import { commitJudged, getDefinition } from '../door/commit-act.js';
import { newsOf } from '../protocols/core/operation.js';
import type { RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/**
 * Lets the run of a group operation take note of its lines, by events only the system reports. What it knows already
 * its protocol refuses, so that two persons' runs may tell it the same at once.
 *
 * Each piece of news goes into the run exactly as it stood when its lines were counted. What was counted is true of that
 * moment only: a list that went out since would be told that it changed, and asked for once more. And each is tried once:
 * whatever changes the lines again has the run told again.
 */
export function createTellOperation({
  door,
}: Pick<ActivityDeps, 'door'>): RunActivities['tellOperation'] {
  return async ({ operation }) => {
    const tried = new Set<string>();
    for (;;) {
      let event: string | undefined;
      await commitJudged(door, operation, async (run) => {
        const tally = await tallyLines(door.db.sql, operation);
        const news = newsOf(await getDefinition(door, run), run.state, tally);
        event = news.find((one) => !tried.has(one));
        if (event === undefined) return undefined;
        return {
          runId: operation,
          actId: `lines/${event}/${run.state.seq}`,
          actor: SYSTEM,
          act: { type: 'event-reported', event, role: 'system' },
        };
      });
      if (event === undefined) return;
      tried.add(event);
    }
  };
}
