import { tallyLines } from '../db/queries/manifest.js';
import { SYSTEM } from '../door/acts.js';
import { commitActOn, getDefinition, rememberRun } from '../door/commit-act.js';
import type { Door } from '../door/door.js';
import { isBusy } from '../door/in-turn.js';
import { pause } from '../platform/pause.js';
import { newsOf } from '../protocols/core/operation.js';
import type { RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/** Lost races in a row after which the engine is to try the whole again later. */
const MOST_ATTEMPTS = 100;

/** How long to step aside for others who are at the same run, in milliseconds. */
const ASIDE = 10;

/**
 * Lets the run of a group operation take note of its lines, by events only the system reports. What it knows already
 * its protocol refuses, so that two persons' runs may tell it the same at once.
 */
export function createTellOperation({
  door,
}: Pick<ActivityDeps, 'door'>): RunActivities['tellOperation'] {
  return async ({ operation }) => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if ((await tellNext(door, operation)) === 'all told') return;
    }
    throw new Error(`News of operation ${operation} lost ${MOST_ATTEMPTS} races in a row`);
  };
}

/**
 * Enters one piece of news into the run exactly as it stood when its lines were counted. What was counted is true of that
 * moment only: a list that went out since would be told that it changed, and asked for once more.
 */
async function tellNext(door: Door, operation: string): Promise<'all told' | 'look again'> {
  const run = await rememberRun(door, operation);
  if (!run) return 'all told';
  const definition = await getDefinition(door, run);
  const tally = await tallyLines(door.db.sql, operation);
  for (const event of newsOf(definition, run.state, tally)) {
    const told = await commitActOn(door, run, {
      runId: operation,
      actId: `lines/${event}/${run.state.seq}`,
      actor: SYSTEM,
      act: { type: 'event-reported', event, role: 'system' },
    });
    if (told) return 'look again';
  }
  if (isBusy(door, operation)) {
    await pause(ASIDE);
    return 'look again';
  }
  const now = await rememberRun(door, operation);
  return now?.state.seq === run.state.seq ? 'all told' : 'look again';
}
