import type { Invariant } from '../invariant.js';
import { isForAdults } from '../model.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { decisionFacts } from '../vocabulary.js';
import { nameFact, nameStep, t } from '../words.js';

const FACTS = ['decisionNotified', 'remedyWindowClosed'] as const;

/**
 * Departure requires that the decision was notified and its remedy window is over (gates). The window is counted
 * from the notification, because the step that closes it requires it; here, and only here, silence may decide. Both
 * facts go when a decision is taken anew: the step that sets the decision clears them at its opening or with the
 * outcome, so they always speak of the decision in force.
 */
export const invA3: Invariant = {
  id: 'INV-A3',
  regimes: ['removal', 'child', 'victim'],
  must: t(
    'Nadie sale sin que la decisión vigente le haya sido notificada y haya concluido el plazo de recurso contra ella.',
    'Nobody departs before the decision in force was notified and the time for a remedy against it is over.',
  ),
  source: 'ICRMW art. 22(3); MX LGDNNA art. 92; MX LFPA art. 85',
  check(scope) {
    const { regime } = scope.model.definition;
    // An adult victim decides in person; there is nothing to notify or to appeal against.
    const of = (step: Parameters<typeof isForAdults>[0]) =>
      regime !== 'victim' || !isForAdults(step);
    requireGate(scope, { effect: 'departs', facts: FACTS, of });
    requireSetter(scope, {
      fact: 'decisionNotified',
      outcomes: ['notified'],
      side: 'sending',
      reasons: true,
    });
    requireSetter(scope, {
      fact: 'remedyWindowClosed',
      outcomes: ['waived', 'window-closed', 'none-filed'],
      stepKinds: ['wait'],
      plain: true,
      silence: true,
      after: ['decisionNotified'],
    });
    for (const decision of decisionFacts(regime)) {
      if (decision !== 'returnDecided') renewed(scope, decision);
    }
  },
};

function renewed(scope: Scope, decision: string): void {
  const { model } = scope;
  for (const move of model.setters(decision)) {
    for (const fact of FACTS) {
      if (!model.facts.has(fact) || move.clears.includes(fact)) continue;
      if (move.step?.clearsAtOpening?.includes(fact)) continue;
      scope.report('decision-keeps', move.where, {
        step: move.step ? nameStep(model, move.step.id) : move.where,
        decision: nameFact(model, decision),
        fact: nameFact(model, fact),
        id: fact,
      });
    }
  }
}
