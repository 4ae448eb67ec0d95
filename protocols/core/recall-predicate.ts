import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import type { CompiledStep } from './compiled.js';
import { type Predicate, predicateOf } from './predicate.js';
import type { RunState } from './state.js';

/**
 * When a recall is called for: its guard holds, and something the guard names was established after the role received
 * what was not recalled yet. So whoever received nothing is never asked, and what is shared afterwards, on a new
 * consent, is not taken back by an old withdrawal.
 */
export function recallPredicate(
  { by, when }: { readonly by: Step['by']; readonly when: Condition },
  atoms: CompiledStep['atoms'],
): Predicate {
  const guard = predicateOf(when);
  return (state) => {
    const oldest = oldestOf(state, String(by));
    if (oldest === undefined || !guard(state)) return false;
    return atoms.some(
      ({ atom, holds }) => (state.established[atom]?.tick ?? 0) > oldest && holds(state),
    );
  };
}

function oldestOf({ received }: RunState, role: string): number | undefined {
  let oldest: number | undefined;
  for (const key in received) {
    const { to, tick, recall } = received[key]!;
    if (to === role && !recall && (oldest === undefined || tick < oldest)) oldest = tick;
  }
  return oldest;
}
