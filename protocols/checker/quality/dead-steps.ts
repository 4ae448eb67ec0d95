import type { Quality } from '../invariant.js';
import { nameStep, t } from '../words.js';

/** Steps outside what can happen at all, however a run starts and whatever is answered. */
export const deadSteps: Quality = {
  id: 'DEAD-STEP',
  must: t('Todo paso puede llegar a abrirse.', 'Every step can come to open.'),
  check({ model, report }) {
    for (const step of model.definition.steps) {
      if (model.starts.some(({ reach }) => reach.steps.has(step))) continue;
      report('dead-step', `steps/${step.id}/when`, { step: nameStep(model, step.id) });
    }
  },
};
