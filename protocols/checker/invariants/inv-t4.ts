import { namesIn, positiveAtoms } from '../../language/condition.js';
import type { ProtocolEvent } from '../../language/definition.js';
import { type Step, signers } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import type { Model } from '../model.js';
import { factOf } from '../moves.js';
import { READINESS } from '../vocabulary.js';
import { nameEvent, nameStep, t } from '../words.js';

/** Whoever prosecutes; a court that rules on a remedy is not meant. */
const JUSTICE = 'PROS';

/**
 * What cooperation with justice leaves in a run are the answers of steps that a prosecutor answers or is told by, the
 * facts they set and the attributes they assign, and what a prosecutor reports. Neither takes anything back that
 * assistance waits for. A step may name one only if it prepares a return: it requires that the period of reflection has
 * ended and that return is open, and serves no support the person agreed to. Every other step, all assistance among them,
 * opens and is answered without.
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
      if (preparesReturn(model, step) || isJustice(model, step)) continue;
      const { atoms, attributes } = namesIn(step.when);
      const named = [...atoms, ...attributes, ...(step.requires ?? [])];
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
    for (const { id } of reportsAgainst(model)) {
      report('assistance-tied', `events/${id}`, {
        step: nameEvent(model, id),
        atoms: `event:${id}`,
      });
    }
  },
};

/** Steps of justice with an answer that takes back a step of assistance, or a fact one waits for. */
function assistanceTakenAway(model: Model): Step[] {
  const assistance = model.definition.steps.filter(
    (step) => !preparesReturn(model, step) && !isJustice(model, step),
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

/** Whether a step belongs to the way back, which may wait for proceedings; none that serves what the person is helped with. */
function preparesReturn({ definition }: Model, step: Step): boolean {
  if (!['reflectionDone', 'returnOpen'].every((fact) => step.requires?.includes(fact)))
    return false;
  const support = (definition.consents ?? []).filter(({ kind }) => kind === 'support');
  const { atoms, attributes } = namesIn(step.when);
  const named = [...atoms, ...attributes, ...(step.requires ?? [])];
  return support.every(
    ({ id, holds }) =>
      !named.includes('fact' in holds ? holds.fact : holds.attribute) &&
      !step.shares?.some(({ restsOn }) => restsOn === id),
  );
}

function reportedByJustice({ definition, role }: Model): ProtocolEvent[] {
  return definition.events.filter(
    ({ by }) => typeof by !== 'string' && by.some((id) => role(id)?.kind === JUSTICE),
  );
}

/** Reports of a prosecutor that take back a step of assistance, or something one waits for. */
function reportsAgainst(model: Model): ProtocolEvent[] {
  const isOfJourney = ({ when }: Step) =>
    positiveAtoms(when).some((atom) => READINESS.includes(atom));
  const helping = [...model.early].filter(
    (step) => !preparesReturn(model, step) && !isJustice(model, step) && !isOfJourney(step),
  );
  const needed = new Set(
    helping.flatMap(({ when, requires }) => [
      ...positiveAtoms(when),
      ...namesIn(when).attributes,
      ...(requires ?? []),
    ]),
  );
  return reportedByJustice(model).filter(
    ({ clears, withdraws, assigns, ends }) =>
      ends !== undefined ||
      [...(clears ?? []), ...Object.keys(assigns ?? {})].some((name) => needed.has(name)) ||
      withdraws?.some((target) =>
        helping.some(({ id, stage }) => id === target || stage === target),
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
    for (const id of assignedBy(step)) traces.add(id);
    for (const move of model.moves) {
      if (move.step === step) for (const fact of move.sets) traces.add(fact);
    }
  }
  for (const event of reportedByJustice(model)) {
    traces.add(`event:${event.id}`);
    for (const setting of event.sets ?? []) traces.add(factOf(setting));
    for (const id of Object.keys(event.assigns ?? {})) traces.add(id);
  }
  return traces;
}

function assignedBy({ outcomes, form = [] }: Step): string[] {
  return [
    ...outcomes.flatMap(({ assigns }) => Object.keys(assigns ?? {})),
    ...form.flatMap(({ assigns }) => assigns ?? []),
  ];
}
