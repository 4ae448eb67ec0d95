import type { Brought } from '../../protocols/core/acts.js';
import { broughtBy } from '../../protocols/language/brought.js';
import type { Field } from '../../protocols/language/form.js';
import { escapePointer } from '../edge/storable.js';
import { type InputFault, ProblemError } from '../errors.js';
import { checkValue } from './check-value.js';
import { FAULTS } from './words.js';

/** Answers that passed: what is sealed, and the codes and dates that enter the run. */
export interface CheckedAnswers {
  readonly values: Readonly<Record<string, unknown>>;
  readonly brought: Brought;
}

/**
 * Checks answers against a form. Every fault is named at once, in the words of the field. An empty text, an empty list
 * and null count as not answered. `outcome` decides which fields must be answered, and which of them with yes.
 */
export function checkAnswers(
  form: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  outcome: string | undefined,
): CheckedAnswers {
  const fields = form.filter(({ fills }) => fills === undefined);
  const faults: InputFault[] = [];
  const values: Record<string, unknown> = {};
  for (const id of Object.keys(given)) {
    if (!fields.some((field) => field.id === id)) faults.push(unknownField(id));
  }
  for (const field of fields) {
    const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    if (isEmpty(value)) {
      if (isRequired(field, outcome)) faults.push(FAULTS.missing(field));
      continue;
    }
    const fault = checkValue(field, value) ?? checkYes(field, value, outcome);
    if (fault) faults.push(fault);
    else values[field.id] = value;
  }
  if (faults.length > 0) throw new ProblemError('form-invalid', { faults });
  return { values, brought: broughtBy(fields, values) };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function isRequired({ required }: Field, outcome: string | undefined): boolean {
  if (typeof required === 'boolean' || required === undefined) return required === true;
  return outcome !== undefined && required.includes(outcome);
}

/** An outcome that says that something is so does not go with the answer that it is not. */
function checkYes(
  field: Field,
  value: unknown,
  outcome: string | undefined,
): InputFault | undefined {
  if (value !== false || outcome === undefined) return undefined;
  return field.yesFor?.includes(outcome) ? FAULTS.yes(field) : undefined;
}

export function unknownField(id: string): InputFault {
  return {
    pointer: `/answers/${escapePointer(id)}`,
    code: 'unknown-field',
    message: {
      es: 'El formulario no tiene este campo; quítelo',
      en: 'The form has no such field; remove it',
    },
  };
}
