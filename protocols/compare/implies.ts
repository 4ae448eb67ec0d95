import type { Condition } from '../language/condition.js';
import { isSame } from './changes.js';

/**
 * Whether `wide` certainly holds wherever `narrow` does, from the form of both alone. False also means "not shown": some
 * implications are true and not found, none is found that is not true. An empty `any` never holds, an empty `all` always.
 */
export function implies(narrow: Condition, wide: Condition): boolean {
  if (isSame(narrow, wide) || wide === 'start') return true;
  if (typeof narrow === 'object' && 'any' in narrow) {
    return narrow.any.every((part) => implies(part, wide));
  }
  if (typeof wide === 'object' && 'all' in wide) {
    return wide.all.every((part) => implies(narrow, part));
  }
  if (typeof wide === 'object' && 'any' in wide) {
    if (wide.any.some((part) => implies(narrow, part))) return true;
  }
  if (typeof narrow === 'object' && 'all' in narrow) {
    return narrow.all.some((part) => implies(part, wide));
  }
  if (typeof narrow === 'string' || typeof wide === 'string') return false;
  if ('not' in narrow && 'not' in wide) return implies(wide.not, narrow.not);
  if (!('attribute' in narrow) || !('attribute' in wide)) return false;
  if (narrow.attribute !== wide.attribute) return false;
  const allowed = valuesOf(wide.is);
  return valuesOf(narrow.is).every((value) => allowed.includes(value));
}

function valuesOf(is: Extract<Condition, { attribute: string }>['is']) {
  return Array.isArray(is) ? is : [is];
}
