import { type Invariant, MOVING } from '../invariant.js';
import { HERE, IN_TRANSIT } from '../model.js';
import { requireClearing } from '../rules/clearing.js';
import { isAtBorder, requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import { t } from '../words.js';

const REMOVAL = ['removalDecided', 'individuallyCleared'] as const;

/**
 * Only a protocol of the regime `removal` may decide a removal: the facts that say so exist in no other. In such a
 * protocol, and in a voluntary one, the claim to be under 18 takes away a fact that departure and handover require and
 * that nothing sets again (on the way it brings the person back): the run can only go on as the child's own.
 */
export const invC4: Invariant = {
  id: 'INV-C4',
  regimes: MOVING,
  must: t(
    'Una niña o un niño nunca es deportado: o vuelve tras determinarse su interés superior, o permanece.',
    'A child is never deported: either they return after a best interests determination, or they stay.',
  ),
  source: 'MX LM art. 120',
  check(scope) {
    const { model } = scope;
    const { regime } = model.definition;
    if (regime !== 'removal') {
      for (const fact of REMOVAL) {
        if (model.facts.has(fact)) scope.report('removal-elsewhere', `facts/${fact}`, { fact });
      }
    }
    if (regime !== 'removal' && regime !== 'voluntary') return;
    const facts = ['noReferralPending'];
    requireGate(scope, { effect: 'departs', facts });
    requireGate(scope, { effect: 'hands-over', facts, of: isAtBorder });
    requireReturn(scope, { [IN_TRANSIT]: true, [HERE]: false, noReferralPending: false });
    requireClearing(scope, 'minority-claim', ['noReferralPending']);
    for (const move of model.setters('noReferralPending')) {
      scope.report('referral-undone', move.where);
    }
  },
};
