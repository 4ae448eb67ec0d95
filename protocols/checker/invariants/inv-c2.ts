import type { Invariant } from '../invariant.js';
import { HERE, IN_TRANSIT } from '../model.js';
import { requireAccepted } from '../rules/acceptance.js';
import { requireClearing, requireReporters } from '../rules/clearing.js';
import { isAtBorder, requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import { requireSetter } from '../rules/setters.js';
import { nameStep, t } from '../words.js';
import { forChildren } from './inv-c1.js';

/**
 * Departure and handover of a child require the escort (gates), who is named by a person (setter) and signs that they took
 * the child along. That the escort
 * drops out may be reported until the handover; it takes the fact away, so that no handover is accepted, and opens the
 * step that stops the journey (clearing, acceptance, return).
 */
export const invC2: Invariant = {
  id: 'INV-C2',
  regimes: ['child', 'victim', 'voluntary'],
  must: t(
    'Una niña o un niño va acompañado de la salida a la entrega; si falta quien acompaña, el traslado se detiene.',
    'A child is escorted from departure to handover; if the escort drops out, the transfer stops.',
  ),
  source: 'GCM objective 21(g); MX LM art. 112 III',
  check(scope) {
    const voluntary = scope.model.definition.regime === 'voluntary';
    const fact = voluntary ? 'childAccompanied' : 'escortAssigned';
    requireGate(scope, { effect: 'departs', facts: [fact], of: forChildren });
    requireGate(scope, {
      effect: 'hands-over',
      facts: [fact],
      of: (step) => forChildren(step) && isAtBorder(step),
    });
    const situation = { [IN_TRANSIT]: true, [HERE]: false, [fact]: false };
    requireReturn(scope, situation, { isMinor: true });
    if (voluntary) return;
    for (const step of scope.model.having('departs')) {
      const isEscorted = scope.model
        .roles(step)
        .some(({ kind, side, optional }) => !optional && (kind === 'CPA' || side === 'either'));
      if (isEscorted || !forChildren(step)) continue;
      scope.report('escort-absent', `steps/${step.id}/by`, {
        step: nameStep(scope.model, step.id),
      });
    }
    requireSetter(scope, {
      fact,
      outcomes: ['assigned'],
      kinds: ['CPA'],
      side: 'sending',
      reasons: true,
      renewed: true,
    });
    requireClearing(scope, 'escort-lost', [fact]);
    requireAccepted(scope, 'escort-lost', 'handover', 'named');
    requireReporters(scope, 'escort-lost', [['CPA']]);
  },
};
