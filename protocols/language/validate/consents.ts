import type { Consent } from '../consent.js';
import type { ProtocolEvent } from '../definition.js';
import type { Step } from '../step.js';
import { checkLength } from './lengths.js';
import { reportNotFound, type Scope } from './scope.js';

/** Consents: everything they name exists, and what names them. */
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
    scope.resolve('purpose', purpose, where);
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

function checkRevoked(scope: Scope, { id, revokes = [] }: ProtocolEvent): void {
  for (const purpose of revokes) scope.resolve('purpose', purpose, `events/${id}/revokes`);
}
