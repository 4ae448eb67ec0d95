import type { Invariant } from '../invariant.js';
import { isForAdults, type Model } from '../model.js';
import { requireClearing, requireExpiry } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { shortest } from '../rules/lengths.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameStep, t } from '../words.js';

const COOLING_OFF = 72;

/**
 * Departure requires the decision and its confirmation (gates). The decision is taken in a step that opens, as a
 * series, three days after the answer by which the person was counselled, and requires what counselling established; the confirmation requires the
 * decision and runs out after 24 hours; both are people's answers. Withdrawal takes both away.
 */
export const invV1: Invariant = {
  id: 'INV-V1',
  regimes: ['voluntary', 'victim'],
  must: t(
    'La salida exige consentimiento dado tras consejería y reflexión de 72 horas, y ratificado en las últimas 24 horas.',
    'Departure requires consent given after counselling and 72 hours to think, and reconfirmed in the last 24 hours.',
  ),
  source: 'GCM objective 21(b)',
  check(scope) {
    const victim = scope.model.definition.regime === 'victim';
    const given = victim ? 'returnDecided' : 'consentGiven';
    const informed = victim ? 'riskCleared' : 'counselled';
    const of = (step: Parameters<typeof isForAdults>[0]) => !victim || isForAdults(step);
    const facts = victim ? [given, 'consentValid'] : [given, 'consentFree', 'consentValid'];
    requireGate(scope, { effect: 'departs', facts, of });
    requireSetter(scope, {
      fact: given,
      outcomes: victim
        ? ['return', 'return-family', 'return-alternative-care']
        : ['given', 'given-in-detention'],
      stepKinds: ['approval'],
      reasons: true,
      ...(victim ? {} : { renewed: true as const }),
      after: [informed],
    });
    requireSetter(scope, {
      fact: 'consentValid',
      outcomes: ['reconfirmed'],
      stepKinds: ['approval'],
      reasons: true,
      after: [given],
      renewed: true,
    });
    requireExpiry(scope, 'consentValid', { length: 24, unit: 'hours' });
    requireExpiry(scope, given, { length: 90, unit: 'calendar-days' });
    requireClearing(scope, 'consent-revoked', [given, 'consentValid']);
    coolingOff(scope, given, informed);
    if (victim) return;
    requireSetter(scope, {
      fact: 'consentFree',
      outcomes: ['given', 'free'],
      stepKinds: ['approval'],
      after: ['counselled'],
      renewed: true,
    });
    requireSetter(scope, { fact: 'counselled', outcomes: ['informed'], reasons: true });
    requireClearing(scope, 'new-risk-information', ['counselled', given]);
  },
};

/**
 * Whether the time to think is counted from the answer by which the person was informed; where no fact says that (a
 * victim), from counselling that rests on what was found out about the risk.
 */
function isCounselling(model: Model, id: string, atom: string, informed: string): boolean {
  const told = model
    .setters(informed)
    .some(({ step, outcome }) => step?.id === id && `${id}:${outcome?.id}` === atom);
  if (informed === 'counselled') return told;
  return /counsel/.test(id) && (model.steps.get(id)?.requires?.includes(informed) ?? false);
}

function coolingOff(scope: Scope, given: string, informed: string): void {
  const { model } = scope;
  for (const { step, outcome, where } of model.setters(given)) {
    // A child's return rests on the determination, not on consent.
    if (!step || outcome?.id.startsWith('return-')) continue;
    const first = step.series?.at[0];
    const after = step.series?.after.split(':')[0] ?? '';
    const counselling = isCounselling(model, after, step.series?.after ?? '', informed);
    if (first && shortest(first) >= COOLING_OFF && counselling) continue;
    scope.report('no-cooling-off', where, { step: nameStep(model, step.id) });
  }
}
