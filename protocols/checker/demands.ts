import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import { INVARIANTS } from './invariants/index.js';
import { createModel } from './model.js';

/** Facts a step must have when it is answered positively, with the safeguards that demand them. */
export type Demands = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * What the safeguards of its regime demand of every step of a definition: by step id and fact, the ids of the
 * safeguards. The same demands the checker proves, read off the same invariants, so that an audit asks for no less.
 */
export function demandsOf(definition: Definition): Demands {
  const known = cache.get(definition);
  if (known) return known;
  const found = collect(definition);
  cache.set(definition, found);
  return found;
}

const cache = new WeakMap<Definition, Demands>();

function collect(definition: Definition): Demands {
  const model = createModel(definition);
  const found = new Map<string, Map<string, string[]>>();
  for (const { id, regimes, check } of INVARIANTS) {
    if (!regimes.includes(definition.regime)) continue;
    const demand = (step: Step, facts: readonly string[]) => {
      const known = found.get(step.id) ?? new Map<string, string[]>();
      found.set(step.id, known);
      for (const fact of facts) known.set(fact, [...(known.get(fact) ?? []), id]);
    };
    check({ model, context: {}, report: () => {}, demand });
  }
  return found;
}
