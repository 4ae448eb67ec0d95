import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, evaluate } from '../language/condition.js';
import { viewOf } from './draft.js';
import { predicateOf } from './predicate.js';
import type { RunState } from './state.js';

const NAMES = ['a', 'b', 'step:x', 'step:y', 'event:e', 'expired:a', 'exhausted:step', 'start'];

const condition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...NAMES),
    fc.record({ attribute: fc.constantFrom('p', 'q'), is: fc.constantFrom(true, 'one', 2) }),
    fc.record({ attribute: fc.constant('p'), is: fc.constant(['one', 'two']) }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ) as fc.Arbitrary<Condition>,
})).condition;

const situation = fc.record({
  facts: fc.subarray(['a', 'b']),
  outcome: fc.constantFrom('x', 'y', undefined),
  established: fc.subarray(['event:e', 'expired:a', 'exhausted:step', 'step:x']),
  p: fc.constantFrom(true, 'one', 'two', undefined),
  q: fc.constantFrom(2, 'one'),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function stateOf({ facts, outcome, established, p, q }: Situation): RunState {
  return {
    v: 1,
    seq: 1,
    tick: 1,
    startedAt: 0,
    lastAt: 0,
    bindings: {},
    dates: {},
    acknowledgements: {},
    facts: Object.fromEntries(facts.map((id) => [id, {}])),
    established: Object.fromEntries(established.map((id) => [id, { tick: 1, at: 0 }])),
    steps: { step: { openings: 1, considered: 0, wasTrue: true, ...(outcome ? { outcome } : {}) } },
    attributes: { q, ...(p === undefined ? {} : { p }) },
  };
}

/** What each atom means, said once more and apart: an answer holds as the latest answer, not as one once given. */
function holds({ facts, outcome, established }: Situation, atom: string): boolean {
  if (atom === 'start') return true;
  if (atom.startsWith('step:')) return outcome === atom.slice(5);
  return facts.includes(atom) || established.includes(atom);
}

test('a condition taken apart says what the condition says', () => {
  const seen = { true: 0, false: 0 };
  fc.assert(
    fc.property(condition, situation, (of, given) => {
      const says = evaluate(of, {
        holds: (atom) => holds(given, atom),
        attribute: (id) => given[id as 'p' | 'q'],
      });
      seen[`${says}`] += 1;
      expect(predicateOf(of)(stateOf(given))).toBe(says);
      expect(evaluate(of, viewOf(stateOf(given)))).toBe(says);
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
});
