import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { dice, nextAct, startAct } from '../../test/fixtures/random-acts.js';
import { apply, applyOwned } from './apply.js';
import { compile } from './compiled.js';
import { blankMemory } from './draft.js';
import { nextPending, pendingClocks } from './due.js';

const definitions = ALL_DEFINITIONS.map((definition) =>
  definition.id === 'book-loan'
    ? { id: definition.id, definition, runs: 2000, acts: 60 }
    : { id: definition.id, definition, runs: 250, acts: 250 },
);

describe.each(definitions)(
  'a run of $id whose owner gives its state up',
  ({ definition, runs, acts }) => {
    it('is the same after every act as one whose every step is looked at', () => {
      let compared = 0;
      fc.assert(
        fc.property(dice, fc.array(dice, { maxLength: acts, size: 'max' }), (first, rolls) => {
          const isSmooth = first[3] % 2 === 0;
          const memory = blankMemory(compile(definition));
          const act = startAct(definition, first);
          const started = apply(definition, undefined, act);
          const owned = applyOwned(definition, undefined, act, memory);
          expect(owned).toEqual(started);
          if (!started.ok || !owned.ok) throw new Error('The start is refused');
          let { state } = started;
          for (const roll of rolls) {
            const next = nextAct(definition, state, roll, isSmooth);
            const applied = apply(definition, state, next);
            if (!applied.ok) continue;
            const again = applyOwned(definition, owned.state, next, memory);
            expect(JSON.stringify(again)).toBe(JSON.stringify(applied));
            state = applied.state;
            expect(nextPending(owned.state, memory)).toEqual(pendingClocks(state)[0]);
            expect(nextPending(state)).toEqual(pendingClocks(state)[0]);
            compared += 1;
          }
        }),
        { numRuns: runs, seed: 20260907 },
      );
      expect(compared).toBeGreaterThan(runs * 5);
    }, 300_000);
  },
);
