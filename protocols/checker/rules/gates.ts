import type { Outcome, Step, StepEffect } from '../../language/step.js';
import { ARRIVED, IN_TRANSIT, type Model, positiveOutcomes } from '../model.js';
import type { Move } from '../moves.js';
import { type Scope, shortestWay } from '../scope.js';
import { nameFact, nameOutcome, nameStep } from '../words.js';

/** A demand that steps with an effect have a fact at the moment they are answered. */
export interface Gate {
  readonly effect: StepEffect;
  readonly facts: readonly string[];
  /** Which of the steps; all unless given. */
  readonly of?: (step: Step) => boolean;
}

/**
 * Proves that no positive answer of a step with the effect is accepted while one of the facts does not hold.
 *
 * Why that follows: `completeStep` refuses every answer but those with `despiteMissing` while a required fact does
 * not hold, after facts that ran out were cleared; silence cannot answer because the clock of a suspended step stands
 * still. So it is enough that the step itself names the fact in `requires` and that no positive outcome has
 * `despiteMissing`. The demand is local on purpose: that another step happens to hold the safeguard up today does not
 * count, because the next change of that step would take it away unseen.
 */
export function requireGate(scope: Scope, gate: Gate): void {
  for (const step of stepsOf(scope, gate)) {
    scope.demand?.(step, gate.facts);
    for (const fact of gate.facts) {
      if (!step.requires?.includes(fact)) reportMissing(scope, gate, step, fact);
    }
    for (const outcome of positiveOutcomes(step, gate.effect)) {
      if (outcome.despiteMissing) reportEscape(scope, gate, step, outcome);
    }
  }
}

function stepsOf({ model }: Scope, { effect, of }: Gate): readonly Step[] {
  const meant = effect === 'hands-over' ? arrivals(model) : [];
  return [...model.having(effect), ...meant].filter((step) => !of || of(step));
}

/** Whoever travels without being handed over arrives by an answer all the same, and it takes what a handover takes. */
function arrivals(model: Model): readonly Step[] {
  const arriving = model.moves.filter(({ sets }) => ARRIVED.some((fact) => sets.includes(fact)));
  return model.definition.steps.filter(
    (step) =>
      !step.effects?.includes('hands-over') &&
      step.requires?.includes(IN_TRANSIT) &&
      arriving.some((move) => move.step === step),
  );
}

function reportMissing(scope: Scope, gate: Gate, step: Step, fact: string): void {
  const { model } = scope;
  const shown = shortestWay(
    model,
    [fact],
    (move, holds) => isPositive(move, step, gate.effect) && !holds(fact),
  );
  const fillers = { step: nameStep(model, step.id), fact: nameFact(model, fact), id: fact };
  scope.report('gate-missing', `steps/${step.id}/requires`, fillers, shown);
}

function reportEscape(scope: Scope, gate: Gate, step: Step, outcome: Outcome): void {
  const { model } = scope;
  const facts = gate.facts.filter((fact) => step.requires?.includes(fact));
  const shown = shortestWay(
    model,
    facts,
    (move, holds) => move.outcome === outcome && facts.some((fact) => !holds(fact)),
  );
  const fillers = {
    step: nameStep(model, step.id),
    outcome: nameOutcome(model, step.id, outcome.id),
  };
  scope.report('gate-escaped', `steps/${step.id}/outcomes/${outcome.id}`, fillers, shown);
}

/** Whether a move is a positive answer, by people or silence, of a step for its effect. */
export function isPositive(move: Move, step: Step, effect: StepEffect): boolean {
  return (
    move.step === step &&
    move.outcome !== undefined &&
    positiveOutcomes(step, effect).includes(move.outcome)
  );
}

/** Whether a move is a departure. */
export function isDeparture({ model }: Scope, move: Move): boolean {
  return model.departures.has(move);
}

/** Whether a move is a handover of custody between two States. */
export function isBorderHandover({ model }: Scope, move: Move): boolean {
  return model.handovers.has(move) && isAtBorder(move.step!);
}

/** Whether a handover is between two States: within the receiving one it requires that the person was received. */
export function isAtBorder(step: Step): boolean {
  return !ARRIVED.some((fact) => step.requires?.includes(fact));
}
