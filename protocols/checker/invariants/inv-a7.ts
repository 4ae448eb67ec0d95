import { positiveAtoms } from '../../language/condition.js';
import { type Invariant, MOVING } from '../invariant.js';
import { isDeparture } from '../rules/gates.js';
import { type Scope, shortestWay } from '../scope.js';
import { nameFact, nameOutcome, nameStep, t } from '../words.js';

/** The one fact silence may make hold: nobody filed a remedy in time. */
const REMEDY_WINDOW = 'remedyWindowClosed';

/**
 * Every answer silence gives is looked at, and it may set no fact that a step with an effect in the world requires,
 * except that the time for a remedy is over. Nor may a departure open on such an answer. So whatever a departure
 * rests on was answered by people, or was never taken away.
 */
export const invA7: Invariant = {
  id: 'INV-A7',
  regimes: MOVING,
  must: t(
    'El silencio nunca da un hecho que la salida o la entrega exigen, salvo el fin del plazo de recurso.',
    'Silence never gives a fact that departure or handover requires, except the end of the remedy window.',
  ),
  source: 'GCM objective 21; product rule',
  check(scope) {
    facts(scope);
    guards(scope);
  },
};

function facts(scope: Scope): void {
  const { model } = scope;
  const needed = new Set(
    model.definition.steps
      .filter((step) => step.effects?.some((effect) => effect !== 'closes'))
      .flatMap((step) => step.requires ?? []),
  );
  for (const move of model.moves) {
    if (move.kind !== 'silence') continue;
    for (const fact of move.sets) {
      if (!needed.has(fact) || fact === REMEDY_WINDOW) continue;
      const shown = shortestWay(
        model,
        [fact],
        (next, holds, memory) => memory === 1 && holds(fact) && isDeparture(scope, next),
        (memory, next, holds) => (holds(fact) ? (next === move ? 1 : memory) : 0),
      );
      scope.report(
        'silence-gives',
        `${move.where}/sets`,
        fillersOf(scope, move.step!.id, move.outcome!.id, fact),
        shown,
      );
    }
  }
}

function guards(scope: Scope): void {
  const { model } = scope;
  for (const step of model.having('departs')) {
    const atoms = positiveAtoms(step.when);
    for (const move of model.moves) {
      if (move.kind !== 'silence' || !atoms.includes(`${move.step!.id}:${move.outcome!.id}`))
        continue;
      scope.report(
        'departure-on-silence',
        `steps/${step.id}/when`,
        {
          ...fillersOf(scope, move.step!.id, move.outcome!.id),
          departure: nameStep(model, step.id),
        },
        { way: [move, model.moves.find((one) => one.step === step)!], tracked: [] },
      );
    }
  }
}

function fillersOf({ model }: Scope, step: string, outcome: string, fact?: string) {
  return {
    step: nameStep(model, step),
    outcome: nameOutcome(model, step, outcome),
    fact: fact ? nameFact(model, fact) : '',
  };
}
