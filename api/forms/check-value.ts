import type { Field } from '../../protocols/language/form.js';
import { isDate } from '../../protocols/rules/dates.js';
import type { InputFault } from '../errors.js';
import { parseInstant } from '../schemas/common.js';
import { FAULTS } from './words.js';

/** The longest texts unless the field says otherwise, in characters. */
const LONGEST = { text: 200, 'long-text': 4000 } as const;

/** What is wrong with one answer, if anything. */
export function checkValue(field: Field, value: unknown): InputFault | undefined {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return checkText(field, value, field.maxLength ?? LONGEST[field.type]);
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : FAULTS.date(field);
    case 'instant':
      return typeof value === 'string' && parseInstant(value) !== undefined
        ? undefined
        : FAULTS.instant(field);
    case 'number':
      return checkNumber(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : FAULTS.boolean(field);
    case 'code':
      return isOption(field, value) ? undefined : FAULTS.option(field);
    case 'codes':
      return isOptions(field, value) ? undefined : FAULTS.options(field);
  }
}

function checkText(field: Field, value: unknown, longest: number): InputFault | undefined {
  if (typeof value !== 'string') return FAULTS.text(field);
  // Code points, as a person counts letters; no text of n code points is longer than 2n units.
  const length = value.length > 2 * longest ? value.length : [...value].length;
  return length > longest ? FAULTS.tooLong(field, longest) : undefined;
}

function checkNumber(field: Field, value: unknown): InputFault | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return FAULTS.number(field);
  if (field.min !== undefined && value < field.min) return FAULTS.tooSmall(field, field.min);
  if (field.max !== undefined && value > field.max) return FAULTS.tooLarge(field, field.max);
  return undefined;
}

function isOption(field: Field, value: unknown): boolean {
  return (field.options ?? []).some((option) => option.id === value);
}

function isOptions(field: Field, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return new Set(value).size === value.length && value.every((item) => isOption(field, item));
}
