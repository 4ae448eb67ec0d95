import type { Invariant } from '../invariant.js';
import { ARRIVED, IN_TRANSIT } from '../model.js';
import { reachFrom } from '../relaxed.js';
import { nameStep, t } from '../words.js';

const OFFERS = ['reception-immediate-assistance', 'reintegration-offer'] as const;

/**
 * Both offers can open once somebody was received: they are among what can happen in a run, and no longer are when the
 * handovers are taken out of it, so it is the handover that leads there. Declining the offer does nothing else: it
 * neither ends the run nor clears or sets a fact.
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
      if (!reached || without) report('offer-missing', 'steps', { step: id });
    }
    const offer = model.steps.get('reintegration-offer');
    const declined = offer?.outcomes.find(({ id }) => id === 'declines');
    if (
      offer &&
      (!declined ||
        declined.ends ||
        declined.continues ||
        declined.clears?.length ||
        declined.sets?.length)
    ) {
      report('decline-costs', `steps/${offer.id}/outcomes`, { step: nameStep(model, offer.id) });
    }
  },
};
