import type { Consent } from '../../language/consent.js';
import type { Length } from '../../language/deadline.js';
import type { Step } from '../../language/step.js';
import { isForAdults } from '../model.js';
import { type Scope, shortestWay } from '../scope.js';
import { nameStep } from '../words.js';
import { longest, shortest } from './lengths.js';

const LEAST_THOUGHT = 72;
const LAST_WORD = 24;

/**
 * The times a consent declares are kept by the clocks of the core. It is asked in a step whose series opens it that long
 * after it was explained; what it sets runs out by then; it is asked again in a step that opens no earlier before the
 * journey, and what that sets runs out as well. Where people go home by choice every departure requires such a consent,
 * declared: its fact and that of its confirmation. Without a declaration nothing would ask for a record of it (INV-V3).
 */
export function requireConsentClocks(scope: Scope): void {
  const { consents = [], steps, regime } = scope.model.definition;
  for (const consent of consents) {
    for (const step of steps) checkClocks(scope, consent, step);
  }
  if (regime !== 'voluntary' && regime !== 'victim') return;
  const returns = consents.filter(isThoughtThrough);
  for (const step of scope.model.having('departs')) {
    if (regime === 'victim' && !isForAdults(step)) continue;
    const rests = returns.some(
      ({ holds, reconfirm }) =>
        'fact' in holds &&
        step.requires?.includes(holds.fact) &&
        step.requires.includes(reconfirm!.fact),
    );
    if (rests) continue;
    const shown = shortestWay(
      scope.model,
      [],
      (move) => move.step === step && scope.model.departures.has(move),
    );
    const fillers = { step: nameStep(scope.model, step.id) };
    scope.report('consent-undeclared', `steps/${step.id}/requires`, fillers, shown);
  }
}

function isThoughtThrough({ kind, coolingOff, reconfirm }: Consent): boolean {
  return (
    kind === 'return' &&
    coolingOff !== undefined &&
    shortest(coolingOff) >= LEAST_THOUGHT &&
    reconfirm !== undefined &&
    longest(reconfirm) <= LAST_WORD
  );
}

function checkClocks(scope: Scope, consent: Consent, step: Step): void {
  const asked = step.consent?.find(({ purpose }) => purpose === consent.id);
  if (!asked) return;
  const { coolingOff, expires, reconfirm, holds } = consent;
  const wrong = (part: string) =>
    scope.report('consent-clock', `steps/${step.id}/consent/${consent.id}`, {
      step: nameStep(scope.model, step.id),
      purpose: consent.id,
      part,
    });
  if (asked.gives?.length) {
    if (coolingOff && !opensAfter(step, coolingOff)) wrong('coolingOff');
    if (expires && 'fact' in holds && !runsOut(step, asked.gives, holds.fact, expires)) {
      wrong('expires');
    }
  }
  if (!reconfirm || !asked.reconfirms?.length) return;
  const { notBefore } = step;
  const isLate = notBefore?.before === reconfirm.before && longest(notBefore) <= longest(reconfirm);
  if (!isLate || !runsOut(step, asked.reconfirms, reconfirm.fact, reconfirm)) wrong('reconfirm');
}

function opensAfter({ series }: Step, coolingOff: NonNullable<Consent['coolingOff']>): boolean {
  const first = series?.at[0];
  return (
    first !== undefined &&
    series?.after === coolingOff.after &&
    shortest(first) >= shortest(coolingOff)
  );
}

/** Whether each of these outcomes sets the fact for no longer than that, if it sets it. */
function runsOut(
  { outcomes }: Step,
  ids: readonly string[],
  fact: string,
  within: Length,
): boolean {
  return outcomes
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ sets }) => sets ?? [])
    .filter((setting) => (typeof setting === 'string' ? setting : setting.fact) === fact)
    .every(
      (setting) => typeof setting !== 'string' && longest(setting.validFor) <= longest(within),
    );
}
