import type { Field } from '../form.js';
import type { Step } from '../step.js';
import { factOf, reportNotFound, type Scope } from './scope.js';

const LONGEST_ANSWER = 20_000;

/** Forms of steps and events: options, limits, and that an answer fits the attribute or date it feeds. */
export function checkForms(scope: Scope): void {
  for (const attribute of scope.definition.attributes) {
    const where = `attributes/${attribute.id}`;
    checkOptions(scope, where, attribute.type === 'code', attribute.options);
    const { initially } = attribute;
    if (initially === undefined || !attribute.options) {
      if (
        initially !== undefined &&
        attribute.type !== 'code' &&
        typeof initially !== attribute.type
      )
        scope.report('value-type', `${where}/initially`, {
          id: attribute.id,
          type: attribute.type,
        });
    } else if (!attribute.options.some((option) => option.id === initially)) {
      scope.report('option-unknown', `${where}/initially`, {
        option: String(initially),
        id: attribute.id,
      });
    }
  }
  for (const step of scope.definition.steps) {
    const outcomes = new Set(step.outcomes.map((outcome) => outcome.id));
    for (const field of step.form ?? []) {
      const where = `steps/${step.id}/form/${field.id}`;
      checkField(scope, field, where, outcomes);
      checkYes(scope, field, step, `${where}/yesFor`);
      checkEnds(scope, field, step, `${where}/ends`);
    }
  }
  for (const event of scope.definition.events) {
    for (const field of event.form ?? []) {
      const where = `events/${event.id}/form/${field.id}`;
      checkField(scope, field, where, new Set());
      for (const part of ['yesFor', 'ends'] as const) {
        if (field[part] === undefined) continue;
        scope.report('part-without-effect', `${where}/${part}`, { part, needs: 'outcomes' });
      }
    }
  }
}

function checkField(
  scope: Scope,
  field: Field,
  where: string,
  outcomes: ReadonlySet<string>,
): void {
  const { type } = field;
  checkOptions(scope, where, type === 'code' || type === 'codes', field.options);
  if (Array.isArray(field.required)) {
    if (field.required.length === 0) scope.report('empty', `${where}/required`);
    for (const outcome of field.required) {
      if (!outcomes.has(outcome)) reportNotFound(scope, 'outcome', outcome, `${where}/required`);
    }
  }
  checkLimits(scope, field, where);
  checkIdentity(scope, field, where);
  if (field.places !== undefined) {
    scope.resolve('date', field.places, `${where}/places`);
    if (type !== 'text') {
      scope.report('value-type', `${where}/places`, { id: field.places, type: 'text' });
    }
  }
  if (field.assigns !== undefined) checkAssigns(scope, field, field.assigns, where);
  if (field.refers !== undefined && type !== 'text') {
    scope.report('part-without-effect', `${where}/refers`, { part: 'refers', needs: 'text' });
  }
  if (field.fills !== undefined && type !== 'text') {
    scope.report('part-without-effect', `${where}/fills`, { part: 'fills', needs: 'text' });
  }
  if (field.plans === undefined) return;
  scope.resolve('date', field.plans, `${where}/plans`);
  if (type !== 'instant') {
    scope.report('value-type', `${where}/plans`, { id: field.plans, type: 'instant' });
  }
}

/**
 * A yes that is demanded: of a question that is asked with the outcome, and whose answer nobody else takes. What silence
 * produces was never asked.
 */
function checkYes(scope: Scope, field: Field, { outcomes, deadline }: Step, where: string): void {
  const { type, yesFor, assigns } = field;
  if (yesFor === undefined) return;
  if (yesFor.length === 0) scope.report('empty', where);
  if (type !== 'boolean') {
    scope.report('part-without-effect', where, { part: 'yesFor', needs: 'boolean' });
  }
  if (assigns !== undefined) {
    scope.report('parts-exclude', where, { part: 'yesFor', other: 'assigns' });
  }
  for (const id of yesFor) {
    const outcome = outcomes.find((candidate) => candidate.id === id);
    if (!outcome) reportNotFound(scope, 'outcome', id, where);
    else if (outcome.bySilence || deadline?.lapse === id) {
      scope.report('yes-by-silence', where, { field: field.id, outcome: id });
    }
    if (isAskedWith(field, id)) continue;
    scope.report('part-without-effect', where, { part: `yesFor: ${id}`, needs: 'required' });
  }
}

/** A last day is asked with every answer people give that sets the fact, and only shortens how long that holds. */
function checkEnds(scope: Scope, field: Field, { outcomes }: Step, where: string): void {
  const { type, ends } = field;
  if (ends === undefined || !scope.resolve('fact', ends, where)) return;
  const without = (needs: string) =>
    scope.report('part-without-effect', where, { part: 'ends', needs });
  if (type !== 'date') without('date');
  const setting = outcomes.filter(({ sets }) => sets?.some((one) => factOf(one) === ends));
  if (setting.length === 0) without(`sets: ${ends}`);
  for (const { id, sets, bySilence } of setting) {
    if (sets?.includes(ends)) without('validFor');
    if (!bySilence && !isAskedWith(field, id)) without('required');
  }
}

function isAskedWith({ required }: Field, outcome: string): boolean {
  return required === true || (Array.isArray(required) && required.includes(outcome));
}

function checkIdentity(scope: Scope, { identity, category, type }: Field, where: string): void {
  if (identity === undefined) return;
  if (category !== 'D1') {
    scope.report('part-without-effect', `${where}/identity`, { part: 'identity', needs: 'D1' });
  }
  const wanted = identity === 'birth-date' ? 'date' : 'text';
  if (type !== wanted)
    scope.report('value-type', `${where}/identity`, { id: identity, type: wanted });
}

function checkLimits(scope: Scope, field: Field, where: string): void {
  const { type, maxLength, min, max } = field;
  if (maxLength !== undefined) {
    if (type !== 'text' && type !== 'long-text') {
      scope.report('part-without-effect', where, { part: 'maxLength', needs: 'text, long-text' });
    } else if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > LONGEST_ANSWER) {
      scope.report('value-form', `${where}/maxLength`, {
        value: maxLength,
        form: `1–${LONGEST_ANSWER}`,
      });
    }
  }
  if ((min !== undefined || max !== undefined) && type !== 'number') {
    scope.report('part-without-effect', where, { part: 'min, max', needs: 'number' });
  }
  if (min !== undefined && max !== undefined && min > max) {
    scope.report('value-form', `${where}/min`, { value: min, form: `≤ ${max}` });
  }
}

function checkAssigns(scope: Scope, field: Field, id: string, where: string): void {
  const attribute = scope.definition.attributes.find((candidate) => candidate.id === id);
  if (!attribute) {
    reportNotFound(scope, 'attribute', id, `${where}/assigns`);
  } else if (field.type !== attribute.type) {
    scope.report('value-type', `${where}/assigns`, { id, type: attribute.type });
  } else {
    for (const option of field.options ?? []) {
      if (attribute.options?.some((known) => known.id === option.id)) continue;
      scope.report('option-unknown', `${where}/options`, { option: option.id, id });
    }
  }
}

function checkOptions(
  scope: Scope,
  where: string,
  wanted: boolean,
  options: readonly unknown[] | undefined,
): void {
  if (wanted && !options?.length) scope.report('options-missing', where);
  if (!wanted && options) scope.report('options-unused', where);
}
