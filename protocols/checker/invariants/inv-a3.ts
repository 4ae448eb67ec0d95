import type { Step } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import { isForAdults } from '../model.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { requireWindow } from '../rules/windows.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { decisionFacts } from '../vocabulary.js';
import { nameFact, nameStep, t } from '../words.js';

const FACTS = ['decisionNotified', 'remedyWindowClosed'] as const;

/**
 * Departure requires that the decision was notified and its remedy window is over (gates). The window is counted
 * from the notification, because the step that closes it requires it and the time runs from its opening; here, and only
 * here, silence may decide, after five days at the earliest, and before that counsel alone. Both
 * facts go when a decision is taken anew: with the outcome that sets it, or at the opening of its step where nothing is
 * decided or notified until it is answered; so they always speak of the decision in force.
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
    const decisions = decisionFacts(regime).filter((fact) => fact !== 'returnDecided');
    // An adult victim decides in person; there is nothing to notify or to appeal against.
    const of = (step: Parameters<typeof isForAdults>[0]) =>
      regime !== 'victim' || !isForAdults(step);
    requireGate(scope, { effect: 'departs', facts: FACTS, of });
    if (regime === 'removal') decided(scope);
    requireSetter(scope, {
      fact: 'decisionNotified',
      outcomes: ['notified'],
      side: 'sending',
      reasons: true,
      after: decisions,
    });
    requireSetter(scope, {
      fact: 'remedyWindowClosed',
      outcomes: ['waived', 'window-closed', 'none-filed'],
      stepKinds: ['wait'],
      plain: true,
      silence: true,
      after: ['decisionNotified'],
    });
    requireWindow(scope, 'remedyWindowClosed');
    for (const decision of decisions) renewed(scope, decision);
  },
};

/** A removal is decided for this person, by the sending State, on what was found out about them. */
function decided(scope: Scope): void {
  requireGate(scope, { effect: 'departs', facts: ['removalDecided'] });
  requireSetter(scope, {
    fact: 'removalDecided',
    outcomes: ['removal'],
    stepKinds: ['approval'],
    side: 'sending',
    never: ['CON', 'IOM', 'UNHCR', 'CSO', 'LEGAL', 'MON'],
    reasons: 'words',
    renewed: 'refusals',
    after: ['individualAssessed', 'nonRefoulementClear'],
  });
}

/**
 * Whether nothing is decided from a step's opening until its answer, and nothing is notified meanwhile: it opens only
 * without the decision, and the notice requires it.
 */
function isUndecided({ model }: Scope, step: Step, decision: string): boolean {
  return (
    judge(step.when, knowing({ [decision]: true })) === false &&
    model.setters('decisionNotified').every((move) => move.needs.includes(decision))
  );
}

function renewed(scope: Scope, decision: string): void {
  const { model } = scope;
  for (const move of model.setters(decision)) {
    for (const fact of FACTS) {
      if (!model.facts.has(fact) || move.clears.includes(fact)) continue;
      if (move.step?.clearsAtOpening?.includes(fact) && isUndecided(scope, move.step, decision))
        continue;
      scope.report('decision-keeps', move.where, {
        step: move.step ? nameStep(model, move.step.id) : move.where,
        decision: nameFact(model, decision),
        fact: nameFact(model, fact),
        id: fact,
      });
    }
  }
}
