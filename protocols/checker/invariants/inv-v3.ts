import { consentingOutcomes } from '../../language/consent.js';
import { ASSENT, DECIDERS, lackingRecord } from '../../language/consent-record.js';
import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { type Scope, shortestWay } from '../scope.js';
import { nameOutcome, nameStep, t } from '../words.js';

const WHOSE = 'consent-whose';

/**
 * A consent is given only with an outcome a step names for it, so it is enough to look at those steps: the form cannot
 * be handed in with such an outcome without saying who decided (of those the law lets decide, each in a run of their
 * own), in which language, by whom it was read, that nobody of a detaining authority was there and how it was given;
 * whether these answers make a consent is judged where they are handed in (`core/consent-record.ts`). Silence never
 * produces such an outcome. Where the person may be a child, a guardian or parent can be named and the child is heard.
 */
export const invV3: Invariant = {
  id: 'INV-V3',
  regimes: MOVING,
  must: t(
    'Cada persona adulta consiente por sí misma y queda registro de cómo; nadie lo hace por ella y el silencio tampoco. Una niña o un niño nunca consiente solo.',
    'Each adult consents for themselves and how is on record; nobody else does, and silence neither. A child never consents alone.',
  ),
  source: 'GCM objective 21(b)',
  check(scope) {
    const { consents = [], minorWhen, regime } = scope.model.definition;
    const mayBeChild = regime === 'voluntary' || regime === 'victim';
    if (mayBeChild && consents.length > 0 && minorWhen === undefined) {
      scope.report('minority-unsaid', 'minorWhen');
    }
    for (const step of scope.model.definition.steps) {
      const outcomes = consentingOutcomes(step.consent);
      if (outcomes.length === 0) continue;
      checkWhose(scope, step);
      checkRecord(scope, step);
      checkSilence(scope, step, outcomes);
      checkTaker(scope, step);
    }
  },
};

function whoOf({ form }: Step): string[] {
  return form?.find(({ id }) => id === WHOSE)?.options?.map(({ id }) => id) ?? [];
}

function checkWhose(scope: Scope, step: Step): void {
  const { definition } = scope.model;
  const who = whoOf(step);
  const isChild = definition.regime === 'child';
  // Where nobody can say that they decide themselves, somebody always decides for them.
  const isOwn = isChild || who.length === 0 || who.includes('person');
  const others = isOwn ? who.filter((one) => !DECIDERS.some((known) => known === one)) : who;
  const where = `steps/${step.id}/form/${WHOSE}`;
  const name = { step: nameStep(scope.model, step.id) };
  if (others.length > 0) {
    const fillers = { who: others.join(', '), allowed: DECIDERS.join(', ') };
    scope.report('consent-by-another', where, { ...name, ...fillers });
  }
  if (!isChild && definition.minorWhen === undefined) return;
  const isRepresented = who.includes('guardian') || who.includes('parents');
  const isHeard = step.form?.some(({ id }) => id === ASSENT) ?? false;
  if (isRepresented && isHeard && !(isChild && who.includes('person'))) return;
  scope.report('consent-child-alone', where, name);
}

function checkRecord(scope: Scope, step: Step): void {
  const lacking = lackingRecord(step).filter(
    // Codes nobody knows are told in their own words.
    (id) => id !== WHOSE || whoOf(step).every((one) => DECIDERS.some((known) => known === one)),
  );
  if (lacking.length === 0) return;
  scope.report('consent-unrecorded', `steps/${step.id}/form`, {
    step: nameStep(scope.model, step.id),
    fields: lacking.join(', '),
  });
}

function checkSilence(scope: Scope, step: Step, outcomes: readonly string[]): void {
  for (const outcome of step.outcomes) {
    if (!outcomes.includes(outcome.id)) continue;
    if (!outcome.bySilence && step.deadline?.lapse !== outcome.id) continue;
    const fillers = {
      step: nameStep(scope.model, step.id),
      outcome: nameOutcome(scope.model, step.id, outcome.id),
    };
    const shown = shortestWay(
      scope.model,
      [],
      (move) => move.kind === 'silence' && move.outcome === outcome,
    );
    scope.report('consent-by-silence', `steps/${step.id}/outcomes/${outcome.id}`, fillers, shown);
  }
}

/** Who may hold a person in detention does not take their consent to go home. */
function checkTaker(scope: Scope, step: Step): void {
  const { model } = scope;
  const returns = new Set(
    (model.definition.consents ?? []).filter(({ kind }) => kind === 'return').map(({ id }) => id),
  );
  const isReturn = step.consent?.some(
    ({ purpose, gives, reconfirms }) => returns.has(purpose) && (gives ?? reconfirms),
  );
  const detaining = model.roles(step).filter(({ kind }) => kind === 'MIG');
  if (!isReturn || detaining.length === 0) return;
  scope.report('consent-before-detainer', `steps/${step.id}/by`, {
    step: nameStep(model, step.id),
    roles: detaining.map(({ id }) => id).join(', '),
  });
}
