import type { Consent } from '../consent.js';
import { findConsent } from '../consent.js';
import type { ProtocolEvent } from '../definition.js';
import type { Outcome, Step } from '../step.js';
import { checkLength } from './lengths.js';
import { factOf, reportNotFound, type Scope } from './scope.js';

/** Consents: what they name exists, and what gives one makes it hold. */
export function checkConsents(scope: Scope): void {
  const { definition } = scope;
  for (const consent of definition.consents ?? []) checkConsent(scope, consent);
  for (const step of definition.steps) {
    checkAsked(scope, step);
    for (const share of step.shares ?? []) {
      if (share.restsOn === undefined) continue;
      scope.resolve('purpose', share.restsOn, `steps/${step.id}/shares/${share.id}/restsOn`);
    }
  }
  for (const event of definition.events) checkRevoked(scope, event);
}

function checkConsent(scope: Scope, { id, holds, coolingOff, expires, reconfirm }: Consent): void {
  const where = `consents/${id}`;
  if ('fact' in holds) scope.resolve('fact', holds.fact, `${where}/holds`);
  else if (scope.resolve('attribute', holds.attribute, `${where}/holds`)) {
    const { attributes } = scope.definition;
    if (attributes.find((one) => one.id === holds.attribute)?.type !== 'boolean') {
      scope.report('value-type', `${where}/holds`, { id: holds.attribute, type: 'boolean' });
    }
  }
  if (coolingOff) {
    checkLength(scope, coolingOff, `${where}/coolingOff`, 1);
    const [step = '', outcome = ''] = coolingOff.after.split(':');
    if (scope.resolve('step', step, `${where}/coolingOff/after`)) {
      checkOutcomes(scope, step, [outcome], `${where}/coolingOff/after`);
    }
  }
  if (expires) checkLength(scope, expires, `${where}/expires`, 1);
  if (!reconfirm) return;
  checkLength(scope, reconfirm, `${where}/reconfirm`, 1);
  scope.resolve('date', reconfirm.before, `${where}/reconfirm/before`);
  scope.resolve('fact', reconfirm.fact, `${where}/reconfirm/fact`);
}

function checkAsked(scope: Scope, step: Step): void {
  const seen = new Set<string>();
  for (const { purpose, gives = [], reconfirms = [], refuses = [] } of step.consent ?? []) {
    const where = `steps/${step.id}/consent/${purpose}`;
    if (seen.has(purpose)) scope.report('id-twice', where, { id: purpose });
    seen.add(purpose);
    checkOutcomes(scope, step.id, [...gives, ...reconfirms, ...refuses], where);
    if (!scope.resolve('purpose', purpose, where)) continue;
    const consent = findConsent(scope.definition, purpose)!;
    const { holds, reconfirm } = consent;
    for (const id of gives) {
      if ('fact' in holds) checkGiven(scope, step, id, consent, holds.fact);
      else checkAnswered(scope, step, id, consent, holds.attribute);
    }
    for (const id of reconfirms) checkGiven(scope, step, id, consent, reconfirm?.fact ?? '');
  }
}

function checkOutcomes(
  scope: Scope,
  step: string,
  outcomes: readonly string[],
  where: string,
): void {
  const known = scope.definition.steps.find(({ id }) => id === step)?.outcomes ?? [];
  for (const outcome of outcomes) {
    if (known.some(({ id }) => id === outcome)) continue;
    reportNotFound(scope, 'outcome', outcome, where);
  }
}

function checkGiven(scope: Scope, step: Step, outcome: string, consent: Consent, fact: string) {
  const found = step.outcomes.find(({ id }) => id === outcome);
  if (!found || found.sets?.some((setting) => factOf(setting) === fact)) return;
  notGiven(scope, step, outcome, consent, fact);
}

function checkAnswered(scope: Scope, step: Step, id: string, consent: Consent, attribute: string) {
  const found: Outcome | undefined = step.outcomes.find((one) => one.id === id);
  const isAsked = step.form?.some((field) => field.assigns === attribute);
  if (!found || isAsked || found.assigns?.[attribute] === true) return;
  notGiven(scope, step, id, consent, attribute);
}

function notGiven(scope: Scope, step: Step, outcome: string, { id }: Consent, mark: string): void {
  scope.report('consent-not-given', `steps/${step.id}/consent/${id}`, {
    outcome,
    purpose: id,
    mark,
  });
}

function checkRevoked(scope: Scope, { id, revokes = [] }: ProtocolEvent): void {
  for (const purpose of revokes) scope.resolve('purpose', purpose, `events/${id}/revokes`);
}
