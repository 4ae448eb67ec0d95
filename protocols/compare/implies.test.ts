import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, evaluate } from '../language/condition.js';
import { implies } from './implies.js';

const ATOMS = ['a', 'b', 'c'];
const VALUES = ['x', 'y', 'z'];

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Condition>('start', ...ATOMS),
    fc.subarray(VALUES, { minLength: 1 }).map((is): Condition => ({ attribute: 'k', is })),
    fc.array(tie('tree'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any): Condition => ({ any })),
    tie('tree').map((not): Condition => ({ not })),
  ),
})).tree;

/** Every world the conditions can be asked in. */
const WORLDS = Array.from({ length: 2 ** ATOMS.length }, (_, bits) =>
  [undefined, ...VALUES].map((value) => ({
    holds: (atom: string) => atom === 'start' || (bits & (1 << ATOMS.indexOf(atom))) > 0,
    attribute: () => value,
  })),
).flat();

describe('implies', () => {
  it('never claims an implication that fails in some world', () => {
    let claimed = 0;
    fc.assert(
      fc.property(condition, condition, (narrow, wide) => {
        if (!implies(narrow, wide)) return true;
        claimed += 1;
        return WORLDS.every((world) => !evaluate(narrow, world) || evaluate(wide, world));
      }),
      { numRuns: 20_000, seed: 72616 },
    );
    expect(claimed).toBeGreaterThan(500);
  });

  it.each<[Condition, Condition, boolean]>([
    ['a', { any: ['a', 'b'] }, true],
    [{ any: ['a', 'b'] }, 'a', false],
    [{ all: ['a', 'b'] }, 'a', true],
    ['a', { all: ['a', 'b'] }, false],
    [{ all: ['a', { any: ['b', 'c'] }] }, { any: ['c', 'b'] }, true],
    [{ attribute: 'k', is: 'x' }, { attribute: 'k', is: ['x', 'y'] }, true],
    [{ attribute: 'k', is: ['x', 'y'] }, { attribute: 'k', is: 'x' }, false],
    [{ not: { any: ['a', 'b'] } }, { not: 'a' }, true],
    [{ not: 'a' }, { not: { any: ['a', 'b'] } }, false],
    ['a', 'start', true],
    ['start', 'a', false],
  ])('%j implies %j: %s', (narrow, wide, expected) => {
    expect(implies(narrow, wide)).toBe(expected);
  });
});
