import { type InputFault, ProblemError } from '../errors.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** PostgreSQL keeps no NUL and UTF-8 no half character; numbers must survive a round trip. */
export function refuseUnstorable(body: unknown): void {
  const faults: InputFault[] = [];
  walk(body, '', faults);
  if (faults.length > 0) throw new ProblemError('body-invalid', { faults: faults.slice(0, 50) });
}

function walk(value: unknown, pointer: string, faults: InputFault[]): void {
  if (typeof value === 'string') {
    if (isUnstorable(value)) faults.push(textFault(pointer));
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      faults.push({
        pointer,
        code: 'number-too-large',
        message: { es: 'El número es demasiado grande', en: 'The number is too large' },
      });
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${pointer}/${index}`, faults);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (isUnstorable(name)) faults.push(textFault(pointer));
      else walk(item, `${pointer}/${escapePointer(name)}`, faults);
    }
  }
}

export function isUnstorable(text: string): boolean {
  return text.includes('\0') || LONE_SURROGATE.test(text);
}

/** One part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function textFault(pointer: string): InputFault {
  return {
    pointer,
    code: 'character-refused',
    message: {
      es: 'El texto contiene un signo que no se puede guardar. Quítelo',
      en: 'The text contains a character that cannot be stored. Remove it',
    },
  };
}
