import type { Outcome, Step } from '../../language/step.js';
import type { Moment } from './moment.js';

/** The steps an entry closed, and with which outcome. */
export function closedBy({ model, effects }: Moment): { step: Step; outcome: Outcome }[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'step-closed') return [];
    const step = model.steps.get(effect.step);
    const outcome = step?.outcomes.find(({ id }) => id === effect.outcome);
    return step && outcome ? [{ step, outcome }] : [];
  });
}
