import type { Condition } from '../../language/condition.js';
import type { Invariant } from '../invariant.js';
import { ARRIVED, IN_TRANSIT } from '../model.js';
import { reachFrom } from '../relaxed.js';
import { nameStep, t } from '../words.js';

const OFFERS = ['reception-immediate-assistance', 'reintegration-offer'] as const;

/**
 * Both offers can open once somebody was received: they are among what can happen in a run, and no longer are when the
 * handovers are taken out of it, so it is the handover that leads there. Declining the offer does nothing else: it
 * neither ends the run nor clears, sets, assigns or takes back anything. Who gets them hangs on no event and no attribute
 * of the person: without any of these their guards can still be true.
 */
export const invG4: Invariant = {
  id: 'INV-G4',
  regimes: ['removal'],
  must: t(
    'Tras toda entrega se ofrecen acogida y reintegración; rechazarlas no afecta ningún derecho.',
    'After every handover reception and reintegration are offered; declining affects no right.',
  ),
  source: 'CRM table 2: reintegration is voluntary',
  check({ model, report }) {
    for (const id of OFFERS) {
      const step = model.steps.get(id);
      const reached = step && model.starts.some(({ reach }) => reach.steps.has(step));
      const without = model.starts.some(({ given }) => {
        const reach = reachFrom(
          model,
          given,
          (move) =>
            ARRIVED.some((fact) => move.sets.includes(fact)) || move.sets.includes(IN_TRANSIT),
        );
        return step !== undefined && reach.steps.has(step);
      });
      const isOffered = step === undefined || isOpenToAll(step.when);
      if (!reached || without || !isOffered) report('offer-missing', 'steps', { step: id });
    }
    const offer = model.steps.get('reintegration-offer');
    const declined = offer?.outcomes.find(({ id }) => id === 'declines');
    if (
      offer &&
      (!declined ||
        declined.ends ||
        declined.continues ||
        declined.withdraws?.length ||
        declined.assigns ||
        declined.clears?.length ||
        declined.sets?.length)
    ) {
      report('decline-costs', `steps/${offer.id}/outcomes`, { step: nameStep(model, offer.id) });
    }
  },
};

/** Whether a condition can be true, or false, whatever was reported and whatever is known of the person. */
function isOpenToAll(condition: Condition, wanted = true): boolean {
  if (typeof condition === 'string') return !condition.startsWith('event:');
  if ('attribute' in condition) return false;
  if ('not' in condition) return isOpenToAll(condition.not, !wanted);
  const parts = 'all' in condition ? condition.all : condition.any;
  const each = (part: Condition) => isOpenToAll(part, wanted);
  return 'all' in condition === wanted ? parts.every(each) : parts.some(each);
}
