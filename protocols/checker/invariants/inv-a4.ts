import type { Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { HERE, IN_TRANSIT } from '../model.js';
import { factOf } from '../moves.js';
import { requireAccepted } from '../rules/acceptance.js';
import { requireAnswerClearing, requireClearing } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { decisionFacts } from '../vocabulary.js';
import { nameFact, nameOutcome, nameStep, t } from '../words.js';

/** The outcomes by which a court takes a decision away. */
const OVERTURNED = ['overturned', 'remitted', 'changed'] as const;

/**
 * Departure and handover require that no remedy is pending (gates); only a court's answer says so after one was filed
 * (setter); filing one, as a report or in the time for it, and a court's order take it away at any hour before the handover (clearing, acceptance). In
 * transit a step whose guard then holds for certain opens at once and sends the person back (return). What a court
 * overturns is no longer a decision.
 */
export const invA4: Invariant = {
  id: 'INV-A4',
  regimes: MOVING,
  must: t(
    'Con un recurso en trámite nadie sale ni es entregado; presentado en el traslado, lo detiene y hace volver a la persona.',
    'While a remedy is pending nobody departs or is handed over; filed during the transfer, it stops it and brings the person back.',
  ),
  source: 'MX LA arts. 126, 160; MX LFPA art. 87; GCM objective 21(e)',
  check(scope) {
    requireGate(scope, { effect: 'departs', facts: ['noRemedyPending'] });
    requireGate(scope, { effect: 'hands-over', facts: ['noRemedyPending'] });
    requireSetter(scope, {
      fact: 'noRemedyPending',
      outcomes: ['dismissed', 'upheld', 'given-up', ...OVERTURNED],
      kinds: ['COURT'],
      side: 'sending',
      initially: true,
    });
    for (const event of ['appeal-filed', 'court-order']) {
      requireClearing(scope, event, ['noRemedyPending']);
      requireAccepted(scope, event, 'handover');
    }
    requireReturn(scope, { [IN_TRANSIT]: true, [HERE]: false, noRemedyPending: false });
    requireAnswerClearing(scope, ['filed'], ['noRemedyPending'], closesWindow);
    overturned(scope);
  },
};

/** Whether a step is the time for a remedy against the decision: one of its answers says that it is over. */
function closesWindow({ outcomes }: Step): boolean {
  return outcomes.some(({ sets }) =>
    sets?.some((setting) => factOf(setting) === 'remedyWindowClosed'),
  );
}

function overturned(scope: Scope): void {
  const { model } = scope;
  const decisions = decisionFacts(model.definition.regime).filter((fact) => model.facts.has(fact));
  for (const move of model.moves) {
    const { step, outcome } = move;
    if (!step || !outcome || move.over) continue;
    if (!OVERTURNED.some((id) => id === outcome.id)) continue;
    if (!model.roles(step).some(({ kind }) => kind === 'COURT')) continue;
    if (!move.sets.includes('noRemedyPending')) continue;
    for (const fact of decisions) {
      if (move.clears.includes(fact)) continue;
      scope.report('ruling-keeps', `${move.where}/clears`, {
        step: nameStep(model, step.id),
        outcome: nameOutcome(model, step.id, outcome.id),
        fact: nameFact(model, fact),
        id: fact,
      });
    }
  }
}
