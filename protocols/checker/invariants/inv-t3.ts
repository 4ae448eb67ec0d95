import type { Invariant } from '../invariant.js';
import { HERE, IN_TRANSIT, isForAdults } from '../model.js';
import { requireClearing, requireReporters } from '../rules/clearing.js';
import { isAtBorder, requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import { requireSetter } from '../rules/setters.js';
import { judge, knowing } from '../truth.js';
import { nameStep, t } from '../words.js';

/** That the person has not taken the decision to return back. */
const WILLING = 'noObjection';

/**
 * The departure of an adult requires the four facts (gates). A departure that does not require a finding of majority is
 * for children only: its guard is false unless the run counts the person as a child, and whatever makes the run one of
 * an adult takes away the determination it rests on. So no adult departs by it without consent, and no step for adults
 * opens for who counts as a child. Who takes the decision
 * back on the way is brought back and handed to nobody (clearing, gate, return).
 */
export const invT3: Invariant = {
  id: 'INV-T3',
  regimes: ['victim'],
  must: t(
    'Una víctima adulta solo vuelve si lo decidió tras la reflexión, con riesgo descartado, sin procesos que la retengan y con consentimiento vigente.',
    'An adult victim returns only by a decision after reflection, with risk cleared, free of proceedings and with valid consent.',
  ),
  source: 'MX LGPSEDMTP art. 76; Palermo Protocol art. 8(2)',
  check(scope) {
    const { model } = scope;
    requireGate(scope, {
      effect: 'departs',
      facts: ['consentValid', 'returnDecided'],
      of: isForAdults,
    });
    requireGate(scope, {
      effect: 'departs',
      facts: ['reflectionDone', 'riskCleared', 'proceedingsFree'],
    });
    requireSetter(scope, {
      fact: 'proceedingsFree',
      outcomes: ['free', 'does-not-wait', 'none-pending'],
      anyKind: ['PROS', 'COURT', 'LEGAL'],
      side: 'sending',
      renewed: true,
    });
    requireClearing(scope, 'new-hearing', ['proceedingsFree']);
    requireReporters(scope, 'new-hearing', [['PROS', 'COURT'], ['LEGAL']]);
    requireGate(scope, {
      effect: 'hands-over',
      facts: [WILLING],
      of: (step) => isForAdults(step) && isAtBorder(step),
    });
    requireClearing(scope, 'consent-revoked', [WILLING]);
    requireReturn(scope, { [IN_TRANSIT]: true, [HERE]: false, [WILLING]: false });
    for (const step of model.having('departs')) {
      if (isForAdults(step)) {
        if (judge(step.when, knowing({}, { isMinor: true })) === false) continue;
        scope.report('child-as-adult', `steps/${step.id}/when`, { step: nameStep(model, step.id) });
        continue;
      }
      if (judge(step.when, knowing({}, { isMinor: false })) === false) continue;
      scope.report('adult-as-child', `steps/${step.id}/when`, { step: nameStep(model, step.id) });
    }
    for (const move of model.moves) {
      if ((move.outcome ?? move.event)?.assigns?.isMinor !== false) continue;
      if (move.clears.includes('bidReturn')) continue;
      scope.report('adulthood-keeps', `${move.where}/clears`, {
        by: move.step ? nameStep(model, move.step.id) : move.where,
      });
    }
  },
};
