import { positiveAtoms } from '../condition.js';
import type { Definition } from '../definition.js';
import type { Step } from '../step.js';
import { findCircles } from './circles.js';
import { factOf, type Scope } from './scope.js';

/** Loops: none that opens steps for ever by itself, and a warning for those only people can end. */
export function checkLoops(scope: Scope): void {
  const { definition } = scope;
  for (const steps of findCircles(waitsForExhaustion(definition))) {
    scope.report('exhausted-loop', `steps/${steps[0]}/when`, { steps: steps.join(', ') });
  }
  for (const steps of findCircles(canReopen(definition))) {
    scope.report('loop-without-limit', `steps/${steps[0]}`, { steps: steps.join(', ') });
  }
}

/** Which steps become due for another opening when a step runs out of openings. */
function waitsForExhaustion(definition: Definition): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const step of definition.steps) {
    if (step.limit === undefined) continue;
    const atom = `exhausted:${step.id}`;
    const waiting = definition.steps.filter(
      (other) => other.limit !== undefined && positiveAtoms(other.when).includes(atom),
    );
    next.set(
      step.id,
      waiting.map((other) => other.id),
    );
  }
  return next;
}

/** Which steps without a limit the answers of a step without a limit can open. */
function canReopen(definition: Definition): Map<string, string[]> {
  const unlimited = definition.steps.filter((step) => step.limit === undefined);
  const wanted = unlimited.map((step) => ({
    id: step.id,
    atoms: new Set(positiveAtoms(step.when)),
  }));
  return new Map(
    unlimited.map((step) => {
      const opened = wanted.filter(({ atoms }) =>
        establishedBy(step).some((atom) => atoms.has(atom)),
      );
      return [step.id, opened.map(({ id }) => id)];
    }),
  );
}

function establishedBy(step: Step): string[] {
  const going = step.outcomes.filter((outcome) => !outcome.ends && !outcome.continues);
  return [
    `finished:${step.id}`,
    ...going.flatMap((outcome) => [
      `${step.id}:${outcome.id}`,
      ...(outcome.sets ?? []).map(factOf),
    ]),
  ];
}
