import { positiveAtoms } from '../../../protocols/language/condition.js';
import type { Definition } from '../../../protocols/language/definition.js';
import type { Step } from '../../../protocols/language/step.js';

/** The steps of one stage and which of them can open which. */
export interface StageGraph {
  readonly stage: string;
  readonly steps: readonly string[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/**
 * A protocol has guards, not arrows: an arrow stands where an outcome of one step, or a fact it sets, can make the guard
 * of another true. Arrows within a stage only; between stages the order of the bands says it.
 */
export function graphOf(definition: Definition): StageGraph[] {
  const setters = settersOf(definition.steps);
  return definition.stages.flatMap(({ id: stage }) => {
    const own = definition.steps.filter((step) => step.stage === stage);
    const ids = new Set(own.map(({ id }) => id));
    const edges = own.flatMap(({ id: to, when }) =>
      sources(when, setters)
        .filter((from) => from !== to && ids.has(from))
        .map((from) => ({ from, to })),
    );
    return own.length === 0 ? [] : [{ stage, steps: [...ids], edges }];
  });
}

function sources(when: Step['when'], setters: ReadonlyMap<string, readonly string[]>): string[] {
  const found = positiveAtoms(when).flatMap(
    (atom) => setters.get(atom) ?? (atom.includes(':') ? [atom.split(':')[0]!] : []),
  );
  return [...new Set(found)];
}

function settersOf(steps: readonly Step[]): Map<string, string[]> {
  const setters = new Map<string, string[]>();
  for (const { id, outcomes } of steps) {
    const facts = outcomes.flatMap(({ sets = [] }) =>
      sets.map((setting) => (typeof setting === 'string' ? setting : setting.fact)),
    );
    for (const fact of new Set(facts)) setters.set(fact, [...(setters.get(fact) ?? []), id]);
  }
  return setters;
}
