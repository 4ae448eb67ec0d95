import type { Invariant } from '../invariant.js';
import { requireAccepted } from '../rules/acceptance.js';
import { requireClearing, requireExpiry } from '../rules/clearing.js';
import { requireDisclosure } from '../rules/disclosure.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { t } from '../words.js';

const GATE = ['riskCleared', 'disclosureAuthorised'] as const;

/**
 * Whatever discloses identity requires both facts (gates), and so does every step that an authority of origin answers
 * and every share with one, until the person was received (disclosure). Both facts come of safeguards that people
 * answer and run out by themselves; what raises the risk again or withdraws the authorisation, which anybody may report,
 * takes them away.
 */
export const invT1: Invariant = {
  id: 'INV-T1',
  regimes: ['victim'],
  must: t(
    'Nada que identifique a la víctima llega al país de origen sin riesgo descartado y sin su autorización de divulgación.',
    'Nothing that identifies the victim reaches the country of origin unless risk was cleared and disclosure authorised.',
  ),
  source: 'MX LGPSEDMTP art. 3 I, VI; Palermo Protocol art. 8(2)',
  check(scope) {
    for (const effect of ['discloses-identity', 'issues-document', 'departs'] as const) {
      requireGate(scope, { effect, facts: GATE });
    }
    requireDisclosure(scope, GATE);
    requireSetter(scope, {
      fact: 'riskCleared',
      outcomes: ['low', 'manageable'],
      kinds: ['ATU'],
      side: 'sending',
      stepKinds: ['assessment'],
      reasons: 'words',
      renewed: true,
    });
    requireSetter(scope, {
      fact: 'disclosureAuthorised',
      outcomes: ['given'],
      kinds: ['ATU'],
      side: 'sending',
      stepKinds: ['approval'],
      reasons: true,
      after: ['riskCleared'],
      renewed: true,
    });
    requireExpiry(scope, 'riskCleared', { length: 30, unit: 'calendar-days' });
    requireExpiry(scope, 'disclosureAuthorised', { length: 90, unit: 'calendar-days' });
    requireClearing(scope, 'new-risk-information', GATE);
    requireClearing(scope, 'disclosure-revoked', ['disclosureAuthorised']);
    requireAccepted(scope, 'disclosure-revoked', 'departure');
    requireClearing(scope, 'consent-revoked', ['disclosureAuthorised']);
    requireClearing(scope, 'asylum-claim', ['disclosureAuthorised']);
  },
};
