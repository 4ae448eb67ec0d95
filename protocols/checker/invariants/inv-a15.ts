import type { Outcome, Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { ARRIVED, HERE, IN_TRANSIT, positiveOutcomes } from '../model.js';
import type { Move } from '../moves.js';
import { isAtBorder, isDeparture } from '../rules/gates.js';
import { type Scope, shortestWay } from '../scope.js';
import { READINESS } from '../vocabulary.js';
import { list, nameFact, nameOutcome, nameStep, t } from '../words.js';

/** A doubt is cleared up at the border; it sends nobody back by itself. */
const DOUBT = 'nationality-doubt';

/**
 * An answer refuses the person when it is a negative one of a handover, or of a step on the way or at the border that
 * an institution of the receiving State answers, or when it takes somebody back who was received. Each such answer
 * clears everything that readies a departure, the decision with it. Departure requires those facts (proven with each),
 * and only new answers set them: the old decision cannot be carried out a second time.
 */
export const invA15: Invariant = {
  id: 'INV-A15',
  regimes: MOVING,
  must: t(
    'Si el Estado receptor rechaza a la persona, vuelve y se decide de nuevo; la decisión anterior no se ejecuta otra vez.',
    'If the receiving State refuses the person, they come back and it is decided anew; the old decision is not carried out again.',
  ),
  source: 'MX LM art. 119 VIII',
  check(scope) {
    const { model } = scope;
    const facts = READINESS.filter((fact) => model.facts.has(fact));
    for (const move of model.moves) {
      if (!refuses(scope, move)) continue;
      const kept = facts.filter((fact) => !move.clears.includes(fact));
      if (kept.length === 0) continue;
      const fact = kept[0]!;
      const shown = shortestWay(
        model,
        [fact],
        (next, holds, memory) => memory === 1 && holds(fact) && isDeparture(scope, next),
        (memory, next, holds) => (holds(fact) ? (next === move ? 1 : memory) : 0),
      );
      const fillers = {
        step: nameStep(model, move.step!.id),
        outcome: nameOutcome(model, move.step!.id, move.outcome!.id),
        facts: list(kept.map((id) => nameFact(model, id))),
        ids: kept.join(', '),
      };
      scope.report('refusal-keeps', `${move.where}/clears`, fillers, shown);
    }
  },
};

function refuses(scope: Scope, move: Move): boolean {
  const { step, outcome } = move;
  if (!step || !outcome || move.over) return false;
  const receiving = scope.model.roles(step).some(({ side }) => side === 'receiving');
  if (move.sets.includes(HERE)) {
    return receiving || ARRIVED.some((fact) => move.clears.includes(fact));
  }
  return receiving && !outcome.keepsOpen && isNegative(step, outcome);
}

function isNegative(step: Step, outcome: Outcome): boolean {
  if (!isAtBorder(step) || outcome.id === DOUBT) return false;
  if (step.effects?.includes('hands-over')) {
    return !positiveOutcomes(step, 'hands-over').includes(outcome);
  }
  return (step.requires?.includes(IN_TRANSIT) ?? false) && outcome.despiteMissing === true;
}
