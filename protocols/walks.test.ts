import { expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../test/fixtures/definitions.js';
import { createWalked, findRoutes, walk } from '../test/fixtures/walk.js';
import { tellUncovered } from '../test/fixtures/walk-range.js';

/** Acts over all protocols; a smoke here, a million and more by `npm run walks`. */
const ACTS = Number(process.env.WALK_ACTS ?? 60_000);
const SEED = Number(process.env.WALK_SEED ?? 1);

const definitions = ALL_DEFINITIONS.filter(({ regime }) => regime !== 'no-return');

test.each(definitions.map((definition) => [definition.id, definition] as const))(
  '%s: random runs break no safeguard and never get stuck',
  (id, definition) => {
    const routes = findRoutes(definition);
    const walked = createWalked();
    const startedAt = performance.now();
    for (let seed = SEED; walked.asked < ACTS / definitions.length; seed += 1) {
      walk(definition, routes, seed, walked);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const count = (effect: string) =>
      [...walked.effects].reduce((sum, [key, n]) => sum + (key.startsWith(effect) ? n : 0), 0);
    const outcomes = definition.steps.reduce((sum, step) => sum + step.outcomes.length, 0);
    console.info(tellUncovered(definition, walked.answers));
    console.info(
      [
        `${id}: ${walked.asked} acts asked, ${walked.taken} taken, ${walked.runs} runs,`,
        `${Math.round(walked.asked / seconds)} acts/s; departures ${count('departs')},`,
        `handovers ${count('hands-over')}, disclosures ${count('discloses-identity')},`,
        `documents ${count('issues-document')}; ${walked.answers.size} of ${outcomes} answers;`,
        `${walked.whileStopped} acts while stopped, ${walked.heldByStop} shares held back by it;`,
        `endings ${[...walked.endings].map(([ending, n]) => `${ending} ${n}`).join(', ')}`,
      ].join(' '),
    );
    // Runs that never came far would prove nothing, nor a stop that never held anything back.
    expect(walked.whileStopped).toBeGreaterThan(0);
    for (const effect of ['departs', 'hands-over', 'discloses-identity']) {
      expect(count(effect), effect).toBeGreaterThan(0);
    }
  },
  3600_000,
);
