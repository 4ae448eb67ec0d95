import type { Invariant } from '../invariant.js';
import { nameStep, t } from '../words.js';

/** A seat on a deportation transfer is given and taken by migration: neither departure nor journey may be theirs. */
export const invT6: Invariant = {
  id: 'INV-T6',
  regimes: ['victim'],
  must: t(
    'Una víctima nunca viaja en un operativo de deportación.',
    'A victim never travels on a deportation transfer.',
  ),
  source: 'Palermo Protocol art. 8',
  check({ model, report }) {
    const journey = model.setters('windowValid').flatMap(({ step }) => step ?? []);
    for (const step of new Set([...model.having('departs'), ...journey])) {
      if (!model.roles(step).some(({ kind }) => kind === 'MIG')) continue;
      report('victim-deported', `steps/${step.id}/by`, { step: nameStep(model, step.id) });
    }
  },
};
