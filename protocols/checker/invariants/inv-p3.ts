import { type Invariant, MOVING } from '../invariant.js';
import { NEVER } from '../matrix.js';
import { nameStep, t } from '../words.js';

/** Read off every share; no approval lifts it. */
export const invP3: Invariant = {
  id: 'INV-P3',
  regimes: MOVING,
  must: t(
    'Los antecedentes penales no llegan a recepción, municipios ni servicios; el relato de protección no llega a municipios, recepción ni migración receptora.',
    'Criminal records never reach reception, municipalities or services; protection accounts never reach municipalities, reception or the receiving migration authority.',
  ),
  source: 'Guiding principles: no criminalisation',
  check({ model, report }) {
    for (const step of model.definition.steps) {
      for (const share of step.shares ?? []) {
        const role = model.role(share.to);
        for (const { category, to } of NEVER) {
          if (!role || !to.includes(`${role.kind}/${role.side}`)) continue;
          if (!share.categories.includes(category)) continue;
          report('share-forbidden', `steps/${step.id}/shares/${share.id}/categories`, {
            step: nameStep(model, step.id),
            to: share.to,
            category,
          });
        }
      }
    }
  },
};
