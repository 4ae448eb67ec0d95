import type { Step } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import { isForAdults } from '../model.js';
import { requireClearing, requireExpiry } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { t } from '../words.js';

/** The steps by which somebody under 18 may depart. */
export function forChildren(step: Step): boolean {
  return !isForAdults(step);
}

const RETURN = ['return-family', 'return-alternative-care'] as const;

/**
 * A child alone: departure requires the determination, the child's view and a guardian (gates); a panel of child
 * protection decides with reasons (setter), for a limited time (expiry), and what changes the ground takes it away
 * (clearing). A child with the family: departure requires that for each child return is in their interests, that each
 * was heard, and that somebody accompanies them; these come of child protection, or of the answer that no child travels.
 */
export const invC1: Invariant = {
  id: 'INV-C1',
  regimes: ['child', 'victim', 'voluntary'],
  must: t(
    'Ninguna niña o niño sale sin determinación de su interés superior, sin haber sido escuchado y sin tutora, tutor o familiar que le acompañe.',
    'No child departs without a best interests determination, without having been heard and without a guardian or accompanying parent.',
  ),
  source: 'GCM objective 21(g); MX LGDNNA art. 97; MX LM art. 74',
  check(scope) {
    if (scope.model.definition.regime === 'voluntary') withFamily(scope);
    else alone(scope);
  },
};

function alone(scope: Scope): void {
  requireGate(scope, {
    effect: 'departs',
    facts: ['bidReturn', 'childViewRecorded', 'guardianActive'],
    of: forChildren,
  });
  requireSetter(scope, {
    fact: 'bidReturn',
    outcomes: RETURN,
    stepKinds: ['approval'],
    reasons: 'words',
    after: ['childViewRecorded'],
    renewed: true,
  });
  requireSetter(scope, {
    fact: 'childViewRecorded',
    outcomes: ['recorded'],
    kinds: ['CPA'],
    side: 'sending',
    reasons: 'words',
    renewed: true,
  });
  requireSetter(scope, {
    fact: 'guardianActive',
    outcomes: ['appointed'],
    kinds: ['CPA'],
    side: 'sending',
    reasons: true,
    renewed: true,
  });
  requireExpiry(scope, 'bidReturn', { length: 90, unit: 'calendar-days' });
  requireClearing(scope, 'new-risk-information', ['bidReturn']);
  requireClearing(scope, 'carer-withdrawn', ['bidReturn']);
  requireClearing(scope, 'family-change', ['bidReturn']);
  requireClearing(scope, 'guardian-lost', ['guardianActive']);
}

function withFamily(scope: Scope): void {
  const facts = ['childrenSafeguarded', 'childViewRecorded', 'childAccompanied'];
  requireGate(scope, { effect: 'departs', facts });
  const { model } = scope;
  for (const fact of facts) {
    requireSetter(scope, {
      fact,
      outcomes: ['no-children', 'in-best-interests', 'return-with-family'],
      anyKind: ['CPA', 'IOM'],
      side: 'sending',
      reasons: true,
      renewed: 'or-stopped',
    });
    for (const move of model.setters(fact)) {
      if (!move.step || model.roles(move.step).some(({ kind }) => kind === 'CPA')) continue;
      if (move.outcome?.assigns?.withChildren === false) continue;
      scope.report('child-unheard', move.where);
    }
  }
  requireClearing(scope, 'family-change', facts);
}
