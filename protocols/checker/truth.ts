import type { AttributeValue } from '../language/attribute.js';
import type { Condition } from '../language/condition.js';

/** True, false, or not known. */
export type Truth = boolean | undefined;

/** What is known about a run; `undefined` for what is not. */
export interface Knowledge {
  holds(atom: string): Truth;
  attribute(id: string, is: AttributeValue | readonly AttributeValue[]): Truth;
}

/** A condition under partial knowledge: true or false only where every completion of it agrees part by part. */
export function judge(condition: Condition, known: Knowledge): Truth {
  if (typeof condition === 'string') return condition === 'start' ? true : known.holds(condition);
  if ('all' in condition) {
    let all: Truth = true;
    for (const part of condition.all) {
      const truth = judge(part, known);
      if (truth === false) return false;
      if (truth === undefined) all = undefined;
    }
    return all;
  }
  if ('any' in condition) {
    let any: Truth = false;
    for (const part of condition.any) {
      const truth = judge(part, known);
      if (truth === true) return true;
      if (truth === undefined) any = undefined;
    }
    return any;
  }
  if ('not' in condition) {
    const truth = judge(condition.not, known);
    return truth === undefined ? undefined : !truth;
  }
  return known.attribute(condition.attribute, condition.is);
}

/** Attributes whose value is known; `null` for one that was never given. */
export type Given = Readonly<Record<string, AttributeValue | null>>;

/** Knows some atoms for certain and nothing else. */
export function knowing(
  atoms: Readonly<Record<string, boolean>>,
  attributes: Given = {},
): Knowledge {
  return {
    holds: (atom) => atoms[atom],
    attribute: (id, is) => matches(attributes[id], is),
  };
}

/** Whether a known value is one of those asked for; not known while the value is not. `null` was never given. */
export function matches(
  value: AttributeValue | null | undefined,
  is: AttributeValue | readonly AttributeValue[],
): Truth {
  if (value === undefined) return undefined;
  if (value === null) return false;
  return Array.isArray(is) ? is.includes(value) : is === value;
}

/** The atoms that make a condition false (or true): changing none of them cannot change that. */
export function blame(condition: Condition, known: Knowledge): string[] {
  if (typeof condition === 'string') return condition === 'start' ? [] : [condition];
  if ('not' in condition) return blame(condition.not, known);
  if ('attribute' in condition) return [];
  const parts = 'all' in condition ? condition.all : condition.any;
  const decisive = !('all' in condition);
  const one = parts.find((part) => judge(part, known) === decisive);
  return one === undefined ? parts.flatMap((part) => blame(part, known)) : blame(one, known);
}
