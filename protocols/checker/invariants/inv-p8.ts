import { takesTwo } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { lowering } from '../rules/lowering.js';
import { nameEvent, nameOutcome, nameStep, t } from '../words.js';

/**
 * Read off every answer, lapse and event: whatever `rules/lowering.ts` finds to take protection away, and whatever the
 * definition itself marks with `lowers`, is an answer that two people give. The core lets it take effect only once the
 * signatures agree, and the door takes two of them from no single account. What two people do is told, by the mark.
 * Adulthood found where nobody doubted it is the one thing that takes two and needs no mark.
 */
export const invP8: Invariant = {
  id: 'INV-P8',
  regimes: MOVING,
  must: t(
    'Nadie por sí solo, ni el silencio, quita protección a una persona; quienes velan por ella se enteran.',
    'Nobody alone, nor silence, lowers the protection of a person; those who watch over it are told.',
  ),
  source: 'Reclassification by two people; a choice of the product',
  check({ model, context, report }) {
    for (const move of model.moves) {
      const { step, outcome, event, where, kind } = move;
      const found = lowering(model, context, move);
      if (!found && !outcome?.lowers) continue;
      const what = found?.what ?? t('así lo marca', 'so marked');
      if (event) report('lowered-by-report', where, { event: nameEvent(model, event.id), what });
      if (!step || !outcome) continue;
      const told = {
        step: nameStep(model, step.id),
        outcome: nameOutcome(model, step.id, outcome.id),
        id: outcome.id,
        what,
      };
      if (kind === 'silence') report('lowered-by-silence', where, told);
      else if (!takesTwo(step, outcome.id)) report('lowered-by-one', where, told);
      if (found?.isTold && !outcome.lowers) report('lowered-untold', where, told);
    }
  },
};
