import { expect, test } from 'vitest';
import { beforeSeat, createWorld, stir } from '../test/fixtures/group-world.js';
import { seeded } from '../test/fixtures/seeded.js';
import { adultDeportee } from './adult-deportee.js';
import type { Definition } from './language/definition.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';
import { voluntaryReturn } from './voluntary-return.js';

/** Worlds for each kind of operation; more by `npm run walks`, which sets the number of acts. */
const WORLDS = Math.ceil(Number(process.env.WALK_ACTS ?? 60_000) / 600);
const ACTS = 100;

test.each([
  ['removal', [adultDeportee, adultDeportee, adultDeportee, adultDeportee, unaccompaniedMinor]],
  ['voluntary', [voluntaryReturn, voluntaryReturn, voluntaryReturn, unaccompaniedMinor]],
] as const)(
  '%s: nobody is seated uncleared, nobody is touched by another, nobody is left on a dead date',
  (purpose, definitions: readonly Definition[]) => {
    const starts = definitions.map((definition) => ({ definition, state: beforeSeat(definition) }));
    const total = { seated: 0, refused: 0, fell: 0, calledOff: 0 };
    for (let seed = 1; seed <= WORLDS; seed += 1) {
      const random = seeded(seed);
      const world = createWorld(
        purpose,
        starts.map((start) => ({ ...start })),
      );
      try {
        for (let act = 0; act < ACTS; act += 1) stir(world, random);
      } catch (error) {
        throw new Error(`${purpose}, seed ${seed}: ${(error as Error).message}`);
      }
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += world.seen[key];
    }
    console.info(
      `${purpose}: ${WORLDS * ACTS} acts; ${total.seated} seats taken, ${total.refused} refused, ${total.fell} fell away, ${total.calledOff} called off`,
    );
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(WORLDS / 10);
  },
  3600_000,
);
