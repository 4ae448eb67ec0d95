import type { Condition } from '../../language/condition.js';
import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { ARRIVED, type Model } from '../model.js';
import type { Move } from '../moves.js';
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
/** Victim: that a finding of majority was made, which changes nothing before it is final. */
const FOUND = 'adulthoodFound';
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
  reviewable(scope, {
    isMade: (move) => move.clears.includes('childTreatment'),
    before: { childTreatment: true },
  });
}

interface Finding {
  /** Whether a move is the finding that may be challenged. */
  readonly isMade: (move: Move) => boolean;
  /** What holds as long as there is none. */
  readonly before: Readonly<Record<string, boolean>>;
}

/** The finding is final only when its window is over or a court upheld it, and no later than itself. */
function reviewable(scope: Scope, { isMade, before }: Finding): void {
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
    if (!step || judge(step.when, knowing(before)) === false) continue;
    scope.report('age-unproven', move.where, { by: nameStep(model, step.id) });
  }
  for (const move of model.moves) {
    if (!move.step || !isMade(move) || move.clears.includes(FINAL)) continue;
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
  requireClearing(scope, 'minority-claim', ['majorityEstablished', FOUND, FINAL]);
  doubtMeansChild(scope);
  requireSetter(scope, {
    fact: FOUND,
    outcomes: ['adult'],
    kinds: ['CPA'],
    stepKinds: ['assessment'],
    reasons: true,
  });
  reviewable(scope, { isMade: ({ sets }) => sets.includes(FOUND), before: { [FOUND]: false } });
  finalBeforeAdult(scope);
}

/**
 * Victim: nobody who may be a child becomes an adult on a finding that could not be challenged. Let be the first look, which
 * is given once, before there was any doubt, and the look in the country of origin, where nobody is removed any more.
 */
function finalBeforeAdult(scope: Scope): void {
  const { model } = scope;
  for (const move of model.moves) {
    const { step, outcome } = move;
    if (!step || !outcome || move.kind !== 'answered') continue;
    if (outcome.assigns?.isMinor !== false && !move.sets.includes('majorityEstablished')) continue;
    if (ARRIVED.some((fact) => step.requires?.includes(fact))) continue;
    if (step.requires?.includes(FINAL) && !outcome.despiteMissing) continue;
    if (isFirstLook(scope, step)) continue;
    scope.report('age-unproven', move.where, { by: nameStep(model, step.id) });
  }
}

/**
 * Whether a step opens once, and not after somebody claimed that the person may be a child: then no doubt came before it,
 * or it is taken back with the claim.
 */
function isFirstLook({ model }: Scope, step: Step): boolean {
  const claim = model.events.get('minority-claim');
  const isTaken = [step.id, step.stage].some((id) => claim?.withdraws?.includes(id));
  const isOver = judge(step.when, knowing({ 'event:minority-claim': true })) === false;
  return isTaken && isOver && opensOnce(model, step.when);
}

/** A guard that becomes true once in a run: it names the start, or an answer of a step that opens once, and the absence of an event. */
function opensOnce(model: Model, when: Condition, above: readonly string[] = []): boolean {
  if (typeof when === 'string') {
    const [id = '', answer] = when.split(':');
    const step = model.steps.get(id);
    const outcome = step?.outcomes.find((one) => one.id === answer);
    if (!step || !outcome || outcome.keepsOpen || above.includes(id)) return false;
    return model.startOnly.has(step) || opensOnce(model, step.when, [...above, id]);
  }
  if ('not' in when) return typeof when.not === 'string' && when.not.startsWith('event:');
  return 'all' in when && when.all.every((part) => opensOnce(model, part, above));
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
