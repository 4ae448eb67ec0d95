import { type Invariant, MOVING } from '../invariant.js';
import { nameStep, t } from '../words.js';

const NEEDING = ['share', 'approval', 'notice'] as const;

/** Read off: a deadline of the language always has a unit, a start of its clock, a policy for silence and a calendar. */
export const invA13: Invariant = {
  id: 'INV-A13',
  regimes: MOVING,
  must: t(
    'Todo envío de datos, aviso y aprobación tiene plazo, con unidad, inicio y efecto del silencio.',
    'Every share of data, notice and approval has a deadline with unit, start and effect of silence.',
  ),
  source: 'Workshop sheet, deadlines for information exchange',
  check(scope) {
    for (const step of scope.model.definition.steps) {
      if (step.deadline || !NEEDING.some((kind) => kind === step.kind)) continue;
      scope.report('deadline-missing', `steps/${step.id}`, {
        step: nameStep(scope.model, step.id),
      });
    }
  },
};
