import type { Field } from '../../protocols/language/form.js';
import { escapePointer } from '../edge/storable.js';
import { type InputFault, ProblemError } from '../errors.js';
import { unknownField } from './check-answers.js';

/** A draft may hold half-typed values, so only its fields and the size of each are checked. */
const LONGEST = 10_000;

/** Refuses what a draft of this form cannot hold, naming every fault. */
export function checkDraft(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
): void {
  const faults: InputFault[] = [];
  for (const [id, value] of Object.entries(given)) {
    if (!fields.some((field) => field.id === id)) faults.push(unknownField(id));
    else if (!isSmall(value)) faults.push(tooLarge(id));
  }
  if (faults.length > 0) throw new ProblemError('form-invalid', { faults });
}

function isSmall(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST;
  if (Array.isArray(value)) {
    return value.length <= 200 && value.every((item) => typeof item === 'string' && isSmall(item));
  }
  return value === null || typeof value !== 'object';
}

function tooLarge(id: string): InputFault {
  return {
    pointer: `/answers/${escapePointer(id)}`,
    code: 'too-long',
    message: {
      es: 'El borrador de este campo es demasiado largo',
      en: 'The draft of this field is too long',
    },
  };
}
