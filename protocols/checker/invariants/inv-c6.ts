import { onwardOf } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import { isForAdults } from '../model.js';
import { requireFamilyLink } from '../rules/families.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import { regimeOf } from '../vocabulary.js';
import { nameStep, t } from '../words.js';

/**
 * A child's run moves to a protocol for adults only by an answer that requires the finding of adulthood to be final;
 * silence gives no such answer. Departure of a child alone requires that no siblings are split, and hears of it when one no
 * longer goes along. Manifests of adults
 * exist in the regime `removal` only (INV-C4, INV-G1).
 */
export const invC6: Invariant = {
  id: 'INV-C6',
  regimes: ['child', 'victim'],
  must: t(
    'Ninguna niña o niño figura en una lista de personas adultas, y no se separa a hermanas y hermanos sin determinación.',
    'No child is on a list of adults, and siblings are not split without a determination.',
  ),
  source: 'MX LGDNNA art. 95; DR-Haiti protocol 1999 (b)',
  check(scope) {
    const { model, context } = scope;
    const child = model.definition.regime === 'child';
    const adulthood = child ? 'ageFindingFinal' : 'majorityEstablished';
    for (const { outcome, event, step, needs, where, kind } of model.moves) {
      for (const { protocol: on } of onwardOf(outcome ?? event ?? {})) {
        const regime = regimeOf(on, context);
        const adults = regime === 'removal' || regime === 'voluntary';
        if (!adults || (needs.includes(adulthood) && kind === 'answered')) continue;
        scope.report('child-among-adults', where, {
          step: step ? nameStep(model, step.id) : where,
          protocol: on,
          adulthood,
        });
      }
    }
    if (!child) return;
    requireFamilyLink(scope, 'siblingsSettled');
    requireGate(scope, {
      effect: 'departs',
      facts: ['siblingsSettled'],
      of: (step) => !isForAdults(step),
    });
    requireSetter(scope, {
      fact: 'siblingsSettled',
      outcomes: ['together', 'split-by-determination'],
      kinds: ['CPA'],
      side: 'sending',
      reasons: true,
      renewed: true,
      initially: true,
    });
  },
};
