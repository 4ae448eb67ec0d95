import { type Condition, evaluate } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { atomPredicate, type Predicate } from './predicate.js';
import type { RunState } from './state.js';

/**
 * When a recall is called for: something released to its role is due back. So whoever received nothing is never asked,
 * and what is shared afterwards, on a new consent, is not taken back by an old withdrawal.
 */
export function recallPredicate({ by, when }: Pick<Step, 'by' | 'when'>): Predicate {
  return (state) => {
    for (const key in state.received) {
      const { to, tick, recall } = state.received[key]!;
      if (to === by && !recall && isDueBack(when, state, tick)) return true;
    }
    return false;
  };
}

/** Whether a guard holds by what has happened since something was released, with the facts as they are now. */
export function isDueBack(when: Condition, state: RunState, releasedAt: number): boolean {
  return evaluate(when, {
    attribute: (id) => state.attributes[id],
    holds: (atom) =>
      atomPredicate(atom)(state) &&
      (!atom.includes(':') || (state.established[atom]?.tick ?? 0) > releasedAt),
  });
}
