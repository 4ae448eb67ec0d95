import type { Quality } from '../invariant.js';
import { longest, shortest } from '../rules/lengths.js';
import type { Scope } from '../scope.js';
import { nameFact, nameStep, t } from '../words.js';

/** Deadlines nobody can keep: over before the step opens, or so early that what they bring has run out at departure. */
export const deadlines: Quality = {
  id: 'DEADLINE-IMPOSSIBLE',
  must: t('Todo plazo puede cumplirse.', 'Every deadline can be met.'),
  check(scope) {
    overBeforeOpening(scope);
    overBeforeDeparture(scope);
  },
};

function overBeforeOpening({ model, report }: Scope): void {
  for (const step of model.definition.steps) {
    const { notBefore, deadline } = step;
    const from = deadline?.from;
    if (!notBefore || !deadline || typeof from !== 'object' || !('before' in from)) continue;
    if (from.before !== notBefore.before || shortest(deadline) < longest(notBefore)) continue;
    report('deadline-over', `steps/${step.id}/deadline`, { step: nameStep(model, step.id) });
  }
}

function overBeforeDeparture({ model, report }: Scope): void {
  const departures = model.having('departs');
  for (const { step, outcome, where } of model.moves) {
    const from = step?.deadline?.from;
    if (!step || typeof from !== 'object' || !('before' in from)) continue;
    for (const setting of outcome?.sets ?? []) {
      if (typeof setting === 'string' || longest(setting.validFor) > shortest(step.deadline!))
        continue;
      const needed = departures.find(
        (departure) =>
          departure.requires?.includes(setting.fact) && departure.notBefore?.before === from.before,
      );
      if (!needed) continue;
      report('deadline-useless', where, {
        step: nameStep(model, step.id),
        fact: nameFact(model, setting.fact),
        departure: nameStep(model, needed.id),
      });
    }
  }
}
