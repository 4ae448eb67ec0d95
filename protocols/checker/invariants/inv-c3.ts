import type { Invariant } from '../invariant.js';
import { requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { t } from '../words.js';
import { forChildren } from './inv-c1.js';

/**
 * Departure requires both facts (gates). Care is secured by child protection in the State of origin; reception is
 * confirmed there with an answer that names the officer (setters). A carer who withdraws and a new date take them away
 * (clearing).
 */
export const invC3: Invariant = {
  id: 'INV-C3',
  regimes: ['child', 'victim'],
  must: t(
    'Ninguna niña o niño sin acompañante sale sin cuidado asegurado en origen y sin recepción confirmada por una persona con nombre.',
    'No unaccompanied child departs without care secured in origin and reception confirmed by a named officer.',
  ),
  source: 'A/RES/64/142 para. 148(b)',
  check(scope) {
    requireGate(scope, {
      effect: 'departs',
      facts: ['carerOrCareSecured', 'receptionConfirmed'],
      of: forChildren,
    });
    requireSetter(scope, {
      fact: 'carerOrCareSecured',
      outcomes: ['agrees', 'secured'],
      kinds: ['CPA'],
      side: 'receiving',
      reasons: true,
      renewed: true,
    });
    requireSetter(scope, {
      fact: 'receptionConfirmed',
      outcomes: ['confirmed'],
      anyKind: ['CPA', 'ATU'],
      side: 'receiving',
      named: 'officer',
      renewed: true,
    });
    requireClearing(scope, 'carer-withdrawn', ['carerOrCareSecured']);
    requireClearing(scope, 'rescheduled', ['receptionConfirmed']);
  },
};
