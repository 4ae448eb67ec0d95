import type { Invariant } from '../invariant.js';
import { nameStep, t } from '../words.js';

/** The institutions that may know why a run exists. */
const CLOSED_LIST = ['ATU', 'CPA', 'LEGAL', 'PROS', 'COURT', 'ASY', 'HEA'] as const;

/** Codes of special needs that tell nothing of what happened to somebody. */
const NEEDS: readonly string[] = [
  'child',
  'pregnant',
  'older',
  'disability',
  'medical',
  'family-together',
  'protected-handling',
];

/**
 * The account of what happened is the one category that names it; it is read off every share that none leaves the list.
 * Special needs, which leave it, are answered by yes or no or by codes of a closed list, so they can say nothing else.
 */
export const invT5: Invariant = {
  id: 'INV-T5',
  regimes: ['victim'],
  must: t(
    'Fuera de la lista cerrada nada revela que se trata de una víctima; solo se ve «manejo protegido».',
    'Outside the closed list nothing shows that this is a victim; only "protected handling" is seen.',
  ),
  source: 'CR Law 9095',
  check({ model, report }) {
    for (const entry of [...model.definition.steps, ...model.definition.events]) {
      for (const { id, category, type, options = [] } of entry.form ?? []) {
        const isClosed = type === 'boolean' || options.length > 0;
        if (category !== 'D7' || (isClosed && options.every((one) => NEEDS.includes(one.id))))
          continue;
        const where = `${model.steps.has(entry.id) ? 'steps' : 'events'}/${entry.id}/form/${id}`;
        report('need-in-words', where, { field: id, allowed: NEEDS.join(', ') });
      }
    }
    for (const step of model.definition.steps) {
      for (const share of step.shares ?? []) {
        const kind = model.role(share.to)?.kind;
        if (!share.categories.includes('D6') || CLOSED_LIST.some((one) => one === kind)) continue;
        report('share-forbidden', `steps/${step.id}/shares/${share.id}/categories`, {
          step: nameStep(model, step.id),
          to: share.to,
          category: 'D6',
        });
      }
    }
  },
};
