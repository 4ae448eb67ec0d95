import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { ARRIVED } from '../model.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireOnward, requireReferral } from '../rules/referral.js';
import { asksFor, requireSetter } from '../rules/setters.js';
import { requireWindow } from '../rules/windows.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { ADULTHOOD } from '../vocabulary.js';
import { nameStep, t } from '../words.js';

/** That nobody challenged the finding of majority in time, or a court upheld it. */
const FINAL = 'ageFindingFinal';
/** How a screening says that somebody is, or may be, under 18. */
const DOUBT = ['minor-or-doubt', 'child-issue', 'unaccompanied-child'] as const;

/**
 * Child: the run treats the person as a child until a reasoned answer of child protection, whose outcome is `adult`,
 * says otherwise, and departure requires that treatment; a new claim restores it. That answer is final only when nobody
 * challenged it in time or a court upheld it, and every new one can be challenged anew. Victim: the departure of an
 * adult requires a finding of majority that child protection signs too, a claim takes it away, and nothing else,
 * silence least of all, makes the run one of an adult; that finding exists in no other protocol, where it would make a
 * child's steps those of an adult. Everybody else: the claim, and an answer that says there is
 * doubt, lead to the protocol of children whatever else holds (referral).
 */
export const invC7: Invariant = {
  id: 'INV-C7',
  regimes: MOVING,
  must: t(
    'La duda sobre la edad vale como minoría hasta un dictamen motivado y recurrible.',
    'Doubt about age counts as minority until a reasoned and reviewable finding.',
  ),
  source: 'MX trafficking law art. 3 X',
  check(scope) {
    const { regime } = scope.model.definition;
    if (regime !== 'victim' && scope.model.facts.has(ADULTHOOD)) {
      scope.report('adulthood-elsewhere', `facts/${ADULTHOOD}`, { fact: ADULTHOOD });
    }
    if (regime === 'removal' || regime === 'voluntary') {
      requireReferral(scope, 'minority-claim', 'child');
      requireOnward(scope, DOUBT, 'child');
      return;
    }
    if (regime === 'child') childUntilProven(scope);
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
  reviewable(scope);
}

/** The finding is final only when its window is over or a court upheld it, and no later than itself. */
function reviewable(scope: Scope): void {
  const { model } = scope;
  requireSetter(scope, {
    fact: FINAL,
    outcomes: ['none-filed', 'window-closed', 'waived', 'upheld', 'dismissed'],
    stepKinds: ['wait'],
    plain: true,
    silence: true,
  });
  requireWindow(scope, FINAL);
  for (const move of model.setters(FINAL)) {
    const { step } = move;
    if (!step || judge(step.when, knowing({ childTreatment: true })) === false) continue;
    scope.report('age-unproven', move.where, { by: nameStep(model, step.id) });
  }
  for (const move of model.moves) {
    if (!move.step || !move.clears.includes('childTreatment') || move.clears.includes(FINAL))
      continue;
    scope.report('finding-keeps', `${move.where}/clears`, {
      by: nameStep(model, move.step.id),
      fact: FINAL,
    });
  }
}

function majorityProven(scope: Scope): void {
  requireSetter(scope, {
    fact: 'majorityEstablished',
    outcomes: ['adult'],
    kinds: ['CPA'],
    side: 'sending',
    stepKinds: ['assessment'],
    reasons: 'words',
  });
  requireClearing(scope, 'minority-claim', ['majorityEstablished']);
  doubtMeansChild(scope);
}

/** The claim, and every answer of a finding but `adult`, make the run one of a child. */
function doubtMeansChild(scope: Scope): void {
  const { model } = scope;
  const findings = new Set(model.setters('majorityEstablished').map(({ step }) => step));
  for (const { step, outcome, event, over, where } of model.moves) {
    const isDoubt = outcome && findings.has(step) && outcome.id !== 'adult' && !outcome.keepsOpen;
    if (over || (!isDoubt && event?.id !== 'minority-claim')) continue;
    if ((outcome ?? event)?.assigns?.isMinor === true) continue;
    scope.report('claim-ignored', `${where}/assigns`, { fact: 'isMinor: true' });
  }
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

function isFinding(scope: Scope, step: Step | undefined, outcome: string | undefined): boolean {
  if (!step?.safeguard || outcome !== 'adult' || !asksFor(step, outcome)) return false;
  const lone = step.outcomes.find(({ id }) => id === outcome)?.alone;
  const isHome = ARRIVED.some((fact) => step.requires?.includes(fact));
  const roles = scope.model.roles(step);
  return (
    !lone && roles.some(({ kind, side }) => kind === 'CPA' && (isHome || side !== 'receiving'))
  );
}

function nameOf(scope: Scope, step: string | undefined, where: string) {
  return step && scope.model.steps.has(step) ? nameStep(scope.model, step) : where;
}
