import type { Definition } from '../language/definition.js';
import { instantOf } from '../rules/zone.js';
import { createAgenda, PEOPLE } from './play/agenda.js';
import { openOffice } from './play/office.js';
import { startRun } from './play/person.js';
import { createWorld } from './play/world.js';
import type { Profile } from './profile/profile.js';
import { createRandom, sampleGap } from './random.js';
import { addTally, SAMPLES, type Tally } from './tally.js';

/** What is to be simulated. The same plan always gives the same tally. */
export interface Plan {
  readonly definition: Definition;
  readonly profile: Profile;
  readonly runs: number;
  readonly seed: number;
  /** Local date of the sending State on which people begin to arrive. */
  readonly fromOn: string;
}

const DAY = 86_400_000;
/** People arrive for about this long in one batch, so that queues have time to form. */
const ARRIVALS_FOR = 365;
const MOST_RUNS = 1_000;

/** How many independent batches a plan is cut into. A batch has its own people, officers and queues. */
export function countBatches({ runs, profile }: Plan): number {
  const most = Math.min(MOST_RUNS, Math.max(1, Math.round(profile.arrivalsPerDay * ARRIVALS_FOR)));
  return Math.ceil(runs / most);
}

/** How many runs a batch has: all batches the same, or one more. */
export function runsOfBatch(plan: Plan, batch: number): number {
  const batches = countBatches(plan);
  return Math.floor(plan.runs / batches) + (batch < plan.runs % batches ? 1 : 0);
}

/** Plays one batch to its end. Depends on the plan and the number of the batch only. */
export function playBatch(plan: Plan, batch: number): Tally {
  const { definition, profile, seed, fromOn } = plan;
  const world = createWorld(definition, profile, fromOn);
  const tally = world.newTally();
  const agenda = createAgenda();
  const runs = runsOfBatch(plan, batch);
  const startAt = instantOf(fromOn, '00:00', profile.places.sending.timeZone);
  const arrivingFor = (runs / profile.arrivalsPerDay) * DAY;
  const offices = definition.roles.map((_, role) => {
    const counted = tally.offices[role]!;
    return openOffice(agenda, world.officers[role]!, world.times[role]!, {
      worked: (ms) => {
        counted.worked += ms;
      },
      begun: (readyAt, waited) => {
        const third = Math.floor(((readyAt - startAt) / arrivingFor) * 3);
        if (third < 0 || third > 2) return;
        counted.waits[third]! += waited;
        counted.begun[third]! += 1;
      },
    });
  });
  const arrivals = createRandom(seed, batch);
  const perMs = profile.arrivalsPerDay / DAY;
  let at = startAt;
  for (let run = 0; run < runs; run += 1) {
    at += sampleGap(arrivals, perMs);
    agenda.add(at, PEOPLE, (now) =>
      startRun({ world, agenda, offices, tally }, createRandom(seed, batch, run), now),
    );
  }
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    agenda.add(startAt + (arrivingFor * (sample + 1)) / SAMPLES, PEOPLE, () => {
      for (const [role, office] of offices.entries()) {
        tally.offices[role]!.backlog[sample]! += office.waiting();
      }
    });
  }
  agenda.play();
  return tally;
}

/** Plays every batch of a plan, one after the other. */
export function simulate(plan: Plan): Tally {
  const batches = countBatches(plan);
  const total = playBatch(plan, 0);
  for (let batch = 1; batch < batches; batch += 1) addTally(total, playBatch(plan, batch));
  return total;
}
