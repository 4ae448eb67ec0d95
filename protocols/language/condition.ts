import type { AttributeValue } from './attribute.js';
import type { Names } from './names.js';

/**
 * Something that happens in a run and can be named in a condition:
 *
 * - `start`: the run exists;
 * - a fact, by its name: it holds now;
 * - `step:outcome`: the latest answer of that step is this outcome (a step that opens again has no answer);
 * - `event:id`: the event was reported at least once;
 * - `expired:fact`: the fact ran out and was not set again;
 * - `exhausted:step`: the step would have opened more often than its limit allows;
 * - `finished:step`: the last visit of a series was answered;
 * - `idle`: nothing is open that could be answered, and nothing will open by itself.
 */
export type Atom<N extends Names = Names> =
  | 'start'
  | 'idle'
  | N['fact']
  | `${N['step']}:${string}`
  | `event:${N['event']}`
  | `expired:${N['fact']}`
  | `exhausted:${N['step']}`
  | `finished:${N['step']}`;

/** A total, loop-free formula over atoms and attributes. No code, no text templates. */
export type Condition<N extends Names = Names> =
  | Atom<N>
  | { readonly all: readonly Condition<N>[] }
  | { readonly any: readonly Condition<N>[] }
  | { readonly not: Condition<N> }
  | {
      readonly attribute: N['attribute'];
      readonly is: AttributeValue | readonly AttributeValue[];
    };

/** What a condition is asked about: which atoms hold, and the value of each attribute. */
export interface ConditionView {
  holds(atom: string): boolean;
  attribute(id: string): AttributeValue | undefined;
}

/** Whether the condition is true. An attribute that was never given equals no value. */
export function evaluate(condition: Condition, view: ConditionView): boolean {
  if (typeof condition === 'string') return view.holds(condition);
  if ('all' in condition) return condition.all.every((part) => evaluate(part, view));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, view));
  if ('not' in condition) return !evaluate(condition.not, view);
  const value = view.attribute(condition.attribute);
  if (value === undefined) return false;
  return Array.isArray(condition.is) ? condition.is.includes(value) : condition.is === value;
}

/** The atoms whose being established can make the condition true, each once, in order of appearance. */
export function positiveAtoms(condition: Condition): string[] {
  const found = new Set<string>();
  const walk = (part: Condition, positive: boolean): void => {
    if (typeof part === 'string') {
      if (positive) found.add(part);
    } else if ('all' in part) for (const inner of part.all) walk(inner, positive);
    else if ('any' in part) for (const inner of part.any) walk(inner, positive);
    else if ('not' in part) walk(part.not, !positive);
  };
  walk(condition, true);
  return [...found];
}

/** Every atom and attribute a condition names, for reference checks and explanations. */
export function namesIn(condition: Condition): { atoms: string[]; attributes: string[] } {
  const atoms = new Set<string>();
  const attributes = new Set<string>();
  const walk = (part: Condition): void => {
    if (typeof part === 'string') atoms.add(part);
    else if ('all' in part) part.all.forEach(walk);
    else if ('any' in part) part.any.forEach(walk);
    else if ('not' in part) walk(part.not);
    else attributes.add(part.attribute);
  };
  walk(condition);
  return { atoms: [...atoms], attributes: [...attributes] };
}
