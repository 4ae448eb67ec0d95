import type { Attribute, AttributeValue } from '../language/attribute.js';
import { namesIn } from '../language/condition.js';
import type { Definition, ProtocolEvent, Role } from '../language/definition.js';
import { HERE } from '../language/origin.js';
import { type Outcome, type Step, type StepEffect, signers } from '../language/step.js';
import { type Move, movesOf } from './moves.js';
import { type Reach, reachFrom } from './relaxed.js';
import type { Given } from './truth.js';

/** Where the person is, as every definition that moves somebody must say it. */
export { HERE };
export const IN_TRANSIT = 'inTransit';
/** Either means that the person was received; `returned` is what a voluntary return calls it. */
export const ARRIVED = ['received', 'returned'] as const;
export const PLACES: readonly string[] = [HERE, IN_TRANSIT, ...ARRIVED];

/** One way a run can start, and what can happen in it at all. */
export interface Start {
  readonly given: Given;
  readonly reach: Reach;
}

/** A definition with what every check asks of it. */
export interface Model {
  readonly definition: Definition;
  readonly moves: readonly Move[];
  readonly steps: ReadonlyMap<string, Step>;
  readonly events: ReadonlyMap<string, ProtocolEvent>;
  readonly facts: ReadonlySet<string>;
  /** Attributes nothing but the start of a run gives a value, each with its possible values: the entries. */
  readonly starts: readonly Start[];
  /** The steps that can open before anybody has left, in runs that can lead to a departure. */
  readonly early: ReadonlySet<Step>;
  /** Steps that open at the start of a run or never: their guard names nothing that can change. */
  readonly startOnly: ReadonlySet<Step>;
  role(id: string): Role | undefined;
  /** The roles that sign a step. */
  roles(step: Step): readonly Role[];
  /** The steps with an effect. */
  having(effect: StepEffect): readonly Step[];
  setters(fact: string): readonly Move[];
  /** The answers by which somebody departs, and those by which custody changes hands. */
  readonly departures: ReadonlySet<Move>;
  readonly handovers: ReadonlySet<Move>;
}

/** Reads a definition once. It must have passed the validator. */
export function createModel(definition: Definition): Model {
  const roles = new Map(definition.roles.map((role) => [role.id, role]));
  const moves = movesOf(definition);
  const doing = (effect: StepEffect) =>
    new Set(
      moves.filter(
        ({ step, outcome }) =>
          step?.effects?.includes(effect) &&
          outcome !== undefined &&
          positiveOutcomes(step, effect).includes(outcome),
      ),
    );
  const given = startsOf(definition);
  const model: Omit<Model, 'starts' | 'early'> = {
    definition,
    moves,
    departures: doing('departs'),
    handovers: doing('hands-over'),
    steps: new Map(definition.steps.map((step) => [step.id, step])),
    events: new Map(definition.events.map((event) => [event.id, event])),
    facts: new Set(definition.facts.map(({ id }) => id)),
    role: (id) => roles.get(id),
    roles: (step) => signers(step).flatMap((id) => roles.get(id) ?? []),
    startOnly: new Set(
      definition.steps.filter(({ when, requires, notBefore, series }) => {
        const { atoms, attributes } = namesIn(when);
        const fixed = attributes.every((id) => given.some((start) => id in start));
        return (
          fixed && atoms.every((atom) => atom === 'start') && !requires && !notBefore && !series
        );
      }),
    ),
    having: (effect) => definition.steps.filter((step) => step.effects?.includes(effect)),
    setters: (fact) => moves.filter((move) => move.sets.includes(fact)),
  };
  const starts = given.map((start) => ({ given: start, reach: reachFrom(model, start) }));
  const moving = starts.filter(({ reach }) =>
    [...model.departures].some((move) => reach.moves.has(move)),
  );
  const leaves = ({ sets }: Move) => [IN_TRANSIT, ...ARRIVED].some((fact) => sets.includes(fact));
  const early = new Set(moving.flatMap(({ given }) => [...reachFrom(model, given, leaves).steps]));
  return { ...model, starts, early };
}

/** Attributes the core reads from what the States agreed, which may change while a run goes on. */
const AGREED: readonly string[] = ['agreementSilence', 'representation'];

/** The combinations of values of what only the start of a run decides. */
function startsOf(definition: Definition): Given[] {
  const changed = new Set(AGREED);
  for (const entry of [...definition.steps.flatMap((step) => step.outcomes), ...definition.events])
    for (const id of Object.keys(entry.assigns ?? {})) changed.add(id);
  for (const entry of [...definition.steps, ...definition.events])
    for (const field of entry.form ?? []) if (field.assigns) changed.add(field.assigns);
  let starts: Given[] = [{}];
  for (const attribute of definition.attributes) {
    if (changed.has(attribute.id) || !attribute.atStart) continue;
    const values = valuesOf(attribute);
    if (values.length === 0 || values.length * starts.length > 32) continue;
    starts = starts.flatMap((start) => values.map((is) => ({ ...start, [attribute.id]: is })));
  }
  return starts;
}

/** The values an attribute may have at the start; a run that carries on another may begin without one. */
function valuesOf({ type, options, initially }: Attribute): (AttributeValue | null)[] {
  const missing = initially === undefined ? [null] : [];
  if (type === 'boolean') return [true, false, ...missing];
  return type === 'code' ? [...(options ?? []).map(({ id }) => id), ...missing] : [];
}

/**
 * The outcomes of a step that do what its effect says. A departure is what sets `inTransit`; of every other effect, what
 * cannot be given despite a missing fact, and what sets something such an outcome sets; of a handover also whatever says
 * that the person was received.
 */
export function positiveOutcomes(step: Step, effect: StepEffect): readonly Outcome[] {
  const sets = (outcome: Outcome) =>
    (outcome.sets ?? []).map((setting) => (typeof setting === 'string' ? setting : setting.fact));
  if (effect === 'departs') return step.outcomes.filter((one) => sets(one).includes(IN_TRANSIT));
  const bound = step.outcomes.filter((outcome) => !outcome.despiteMissing);
  if (bound.length === 0) return step.outcomes;
  const results = new Set(bound.flatMap(sets));
  return step.outcomes.filter(
    (outcome) =>
      !outcome.despiteMissing ||
      sets(outcome).some((fact) => results.has(fact)) ||
      (effect === 'hands-over' && ARRIVED.some((fact) => sets(outcome).includes(fact))),
  );
}

/** Whether the step is for adults alone, in a protocol that is for adults and children. */
export function isForAdults(step: Step): boolean {
  return step.requires?.includes('majorityEstablished') ?? false;
}
