import type { Invariant } from '../invariant.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameStep, t } from '../words.js';

/**
 * Child: the run treats the person as a child until an answer of child protection, whose outcome is `adult`, says
 * otherwise, and departure requires that treatment; a new claim restores it. Victim: the departure of an adult requires
 * a finding of majority that child protection signs too, a claim takes it away, and nothing else, silence least of
 * all, makes the run one of an adult.
 */
export const invC7: Invariant = {
  id: 'INV-C7',
  regimes: ['child', 'victim'],
  must: t(
    'La duda sobre la edad vale como minoría hasta un dictamen motivado y recurrible.',
    'Doubt about age counts as minority until a reasoned and reviewable finding.',
  ),
  source: 'MX trafficking law art. 3 X',
  check(scope) {
    if (scope.model.definition.regime === 'child') childUntilProven(scope);
    else majorityProven(scope);
    onlyAFindingMakesAdult(scope);
  },
};

function childUntilProven(scope: Scope): void {
  requireGate(scope, { effect: 'departs', facts: ['childTreatment'] });
  for (const move of scope.model.moves) {
    if (!move.clears.includes('childTreatment')) continue;
    if (move.kind === 'answered' && isFinding(scope, move.step, move.outcome?.id)) continue;
    scope.report('age-unproven', move.where, { by: nameOf(scope, move.step?.id, move.where) });
  }
  const claim = scope.model.moves.find(({ event }) => event?.id === 'minority-claim');
  if (claim && !claim.sets.includes('childTreatment')) {
    scope.report('claim-ignored', 'events/minority-claim/sets', { fact: 'childTreatment' });
  }
  requireClearing(scope, 'minority-claim', ['ageFindingFinal']);
}

function majorityProven(scope: Scope): void {
  requireSetter(scope, {
    fact: 'majorityEstablished',
    outcomes: ['adult'],
    kinds: ['CPA'],
    stepKinds: ['assessment'],
    reasons: true,
  });
  requireClearing(scope, 'minority-claim', ['majorityEstablished']);
}

function onlyAFindingMakesAdult(scope: Scope): void {
  const { model } = scope;
  for (const move of model.moves) {
    const does = move.outcome ?? move.event;
    if (does?.assigns?.isMinor !== false) continue;
    if (move.kind === 'answered' && isFinding(scope, move.step, move.outcome?.id)) continue;
    scope.report('age-unproven', move.where, { by: nameOf(scope, move.step?.id, move.where) });
  }
  for (const entry of [...model.definition.steps, ...model.definition.events]) {
    if (!entry.form?.some(({ assigns }) => assigns === 'isMinor')) continue;
    scope.report('age-unproven', `${entry.id}/form`, { by: nameOf(scope, entry.id, entry.id) });
  }
}

function isFinding(
  scope: Scope,
  step: Parameters<Scope['model']['roles']>[0] | undefined,
  outcome: string | undefined,
): boolean {
  if (!step?.safeguard || outcome !== 'adult') return false;
  const lone = step.outcomes.find(({ id }) => id === outcome)?.alone;
  return !lone && scope.model.roles(step).some(({ kind }) => kind === 'CPA');
}

function nameOf(scope: Scope, step: string | undefined, where: string) {
  return step && scope.model.steps.has(step) ? nameStep(scope.model, step) : where;
}
