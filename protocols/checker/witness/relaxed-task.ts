import type { AttributeValue } from '../../language/attribute.js';
import { type Condition, positiveAtoms } from '../../language/condition.js';
import { withheldWhile } from '../../language/consent.js';
import type { Definition } from '../../language/definition.js';
import type { Consequences, Step } from '../../language/step.js';
import {
  ALWAYS,
  absent,
  createNumbering,
  type Formula,
  type Numbering,
  toFormula,
  valued,
} from './formula.js';

/** What somebody, or time, can do in a run, as far as the estimate of the way to a goal needs it. */
export type Deed =
  | { readonly type: 'open'; readonly step: string }
  | { readonly type: 'answer'; readonly step: string; readonly outcome: string }
  | { readonly type: 'lapse'; readonly step: string }
  | { readonly type: 'event'; readonly event: string }
  | { readonly type: 'expire'; readonly fact: string }
  | { readonly type: 'exhaust'; readonly step: string }
  | { readonly type: 'finish'; readonly step: string };

/** A deed that only ever adds: what it takes away is ignored, so that a way to a goal is found at once or not at all. */
export interface RelaxedAction {
  readonly deed: Deed;
  readonly needs: Formula;
  /** Of these one must newly hold; only for a step whose guard has been looked at already. */
  readonly fresh?: readonly number[];
  readonly adds: readonly number[];
  readonly cost: number;
}

export interface RelaxedTask {
  readonly numbering: Numbering;
  readonly actions: readonly RelaxedAction[];
  /** Values of attributes that some condition asks for. */
  readonly values: ReadonlyMap<string, readonly AttributeValue[]>;
}

export const openOf = (step: string): string => `open ${step}`;
export const dateOf = (date: string): string => `date ${date}`;
export const freshOf = (atom: string): string => `new ${atom}`;
export const endOf = (ending: string): string => `ending ${ending}`;

/** The relaxed form of a definition and a goal. `goal` is compiled by the same numbering. */
export function relax(definition: Definition, conditions: readonly Condition[]): RelaxedTask {
  const numbering = createNumbering();
  const values = valuesAsked(definition, conditions);
  const actions: RelaxedAction[] = [];
  for (const step of definition.steps) actions.push(...actionsOf(step, numbering, values));
  for (const event of definition.events) {
    const atom = `event:${event.id}`;
    actions.push({
      deed: { type: 'event', event: event.id },
      needs: event.while ? toFormula(event.while, numbering) : ALWAYS,
      adds: numbered(numbering, [
        ...newly(atom),
        ...results(event, values),
        ...brought(event.form, values),
      ]),
      cost: 3,
    });
  }
  for (const fact of expiring(definition)) {
    actions.push({
      deed: { type: 'expire', fact },
      needs: toFormula(fact, numbering),
      adds: numbered(numbering, [...newly(`expired:${fact}`), absent(fact)]),
      cost: 2,
    });
  }
  return { numbering, actions, values };
}

function actionsOf(
  step: Step,
  numbering: Numbering,
  values: RelaxedTask['values'],
): RelaxedAction[] {
  const { id } = step;
  const guard = toFormula(step.when, numbering);
  const open = toFormula(openOf(id), numbering);
  const requires = (step.requires ?? []).map((fact) => toFormula(fact, numbering));
  const dates = step.notBefore ? [toFormula(dateOf(step.notBefore.before), numbering)] : [];
  const fresh = positiveAtoms(step.when).map((atom) => numbering.number(freshOf(atom)));
  const unanswered = step.outcomes.map((outcome) => absent(`${id}:${outcome.id}`));
  const found: RelaxedAction[] = [
    {
      deed: { type: 'open', step: id },
      needs: { kind: 'all', parts: [guard, ...requires, ...dates] },
      fresh,
      adds: numbered(numbering, [
        openOf(id),
        ...unanswered,
        ...(step.clearsAtOpening ?? []).map(absent),
      ]),
      cost: 0,
    },
  ];
  for (const outcome of step.outcomes) {
    const atom = `${id}:${outcome.id}`;
    const others = unanswered.filter((name) => name !== absent(atom));
    const adds = numbered(numbering, [
      ...newly(atom),
      ...others,
      ...results(outcome, values),
      ...brought(step.form, values),
    ]);
    if (!outcome.bySilence) {
      const needs: Formula = {
        kind: 'all',
        parts: outcome.despiteMissing ? [open] : [open, ...requires],
      };
      found.push({ deed: { type: 'answer', step: id, outcome: outcome.id }, needs, adds, cost: 1 });
    }
    if (step.deadline?.lapse !== outcome.id) continue;
    const { lapseIf } = step.deadline;
    const parts = lapseIf ? [open, toFormula(lapseIf, numbering)] : [open];
    found.push({ deed: { type: 'lapse', step: id }, needs: { kind: 'all', parts }, adds, cost: 2 });
  }
  if (step.limit !== undefined) {
    found.push({
      deed: { type: 'exhaust', step: id },
      needs: guard,
      adds: numbered(numbering, newly(`exhausted:${id}`)),
      cost: step.limit * 3,
    });
  }
  if (step.series) {
    found.push({
      deed: { type: 'finish', step: id },
      needs: open,
      adds: numbered(numbering, newly(`finished:${id}`)),
      cost: step.series.at.length * 2,
    });
  }
  return found;
}

function numbered(numbering: Numbering, names: readonly string[]): number[] {
  return [...new Set(names)].map((name) => numbering.number(name));
}

function newly(atom: string): string[] {
  return [atom, freshOf(atom)];
}

function results(does: Consequences, values: RelaxedTask['values']): string[] {
  const sets = (does.sets ?? []).map((setting) =>
    typeof setting === 'string' ? setting : setting.fact,
  );
  return [
    ...(does.clears ?? []).map(absent),
    ...sets.flatMap((fact) => [...newly(fact), absent(`expired:${fact}`)]),
    ...Object.entries(does.assigns ?? {}).flatMap(([id, value]) =>
      value === undefined ? [] : becoming(id, value, values),
    ),
    ...(does.ends ? [endOf(does.ends)] : []),
    ...(does.continues ? [endOf('transferred')] : []),
  ];
}

function becoming(
  attribute: string,
  value: AttributeValue,
  values: RelaxedTask['values'],
): string[] {
  const others = (values.get(attribute) ?? []).filter((other) => other !== value);
  return [valued(attribute, value), ...others.map((other) => absent(valued(attribute, other)))];
}

/** A form can give an attribute any of the values asked for, and any other. */
function brought(form: Step['form'], values: RelaxedTask['values']): string[] {
  return (form ?? []).flatMap((field) => [
    ...(field.plans ? [dateOf(field.plans)] : []),
    ...(field.assigns
      ? (values.get(field.assigns) ?? []).flatMap((value) => {
          const name = valued(field.assigns!, value);
          return [name, absent(name)];
        })
      : []),
  ]);
}

function expiring(definition: Definition): string[] {
  const found = new Set<string>();
  const all = [...definition.events, ...definition.steps.flatMap((step) => step.outcomes)];
  for (const { sets } of all) {
    for (const setting of sets ?? []) if (typeof setting !== 'string') found.add(setting.fact);
  }
  return [...found];
}

function valuesAsked(
  definition: Definition,
  more: readonly Condition[],
): Map<string, AttributeValue[]> {
  const found = new Map<string, Set<AttributeValue>>();
  const walk = (condition: Condition): void => {
    if (typeof condition === 'string') return;
    if ('all' in condition) condition.all.forEach(walk);
    else if ('any' in condition) condition.any.forEach(walk);
    else if ('not' in condition) walk(condition.not);
    else {
      const known = found.get(condition.attribute) ?? new Set();
      for (const value of [condition.is].flat()) known.add(value);
      found.set(condition.attribute, known);
    }
  };
  for (const step of definition.steps) {
    walk(step.when);
    if (step.deadline?.lapseIf) walk(step.deadline.lapseIf);
    for (const share of step.shares ?? []) {
      const withheld = withheldWhile(definition, share);
      if (withheld) walk(withheld);
    }
  }
  for (const event of definition.events) if (event.while) walk(event.while);
  more.forEach(walk);
  return new Map([...found].map(([id, known]) => [id, [...known]]));
}
