import { namesIn, positiveAtoms } from '../../language/condition.js';
import { type Step, signers } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import type { Model } from '../model.js';
import { nameStep, t } from '../words.js';

/** Whoever prosecutes; a court that rules on a remedy is not meant. */
const JUSTICE = 'PROS';

/**
 * What cooperation with justice leaves in a run are the answers of steps that a prosecutor answers or is told by, and
 * the facts they set. Such an answer takes nothing back that assistance waits for. A step may name one only if it
 * requires that the period of reflection has ended, as the steps that prepare a return do. Every other step, all
 * assistance among them, opens and is answered without.
 */
export const invT4: Invariant = {
  id: 'INV-T4',
  regimes: ['victim'],
  must: t(
    'La asistencia no depende de que la víctima coopere con la justicia.',
    'Assistance does not depend on cooperation with justice.',
  ),
  source: 'CR Law 9095 art. 2(b)',
  check({ model, report }) {
    const traces = tracesOfJustice(model);
    for (const step of model.definition.steps) {
      if (step.requires?.includes('reflectionDone') || isJustice(model, step)) continue;
      const named = [...namesIn(step.when).atoms, ...(step.requires ?? [])];
      const found = named.filter((atom) => traces.has(atom));
      if (found.length === 0) continue;
      report('assistance-tied', `steps/${step.id}`, {
        step: nameStep(model, step.id),
        atoms: found.join(', '),
      });
    }
    for (const step of assistanceTakenAway(model)) {
      report('assistance-tied', `steps/${step.id}`, {
        step: nameStep(model, step.id),
        atoms: step.outcomes.map(({ id }) => `${step.id}:${id}`).join(', '),
      });
    }
  },
};

/** Steps of justice with an answer that takes back a step of assistance, or a fact one waits for. */
function assistanceTakenAway(model: Model): Step[] {
  const assistance = model.definition.steps.filter(
    (step) => !step.requires?.includes('reflectionDone') && !isJustice(model, step),
  );
  const needed = new Set(
    assistance.flatMap((step) => [...positiveAtoms(step.when), ...(step.requires ?? [])]),
  );
  return model.definition.steps.filter(
    (step) =>
      isJustice(model, step) &&
      step.outcomes.some(
        ({ clears, withdraws }) =>
          clears?.some((fact) => needed.has(fact)) ||
          withdraws?.some((target) =>
            assistance.some(({ id, stage }) => id === target || stage === target),
          ),
      ),
  );
}

function isJustice(model: Model, step: Step): boolean {
  const told = (step.shares ?? []).map(({ to }) => to);
  return [...signers(step), ...told].some((role) => model.role(role)?.kind === JUSTICE);
}

function tracesOfJustice(model: Model): Set<string> {
  const traces = new Set<string>();
  for (const step of model.definition.steps) {
    if (!isJustice(model, step)) continue;
    for (const outcome of step.outcomes) traces.add(`${step.id}:${outcome.id}`);
    for (const move of model.moves) {
      if (move.step === step) for (const fact of move.sets) traces.add(fact);
    }
  }
  return traces;
}
