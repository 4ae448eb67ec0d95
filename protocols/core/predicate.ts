import type { Condition } from '../language/condition.js';
import type { RunState } from './state.js';

/** Whether something holds in a state. */
export type Predicate = (state: RunState) => boolean;

/** Atoms that hold from when they were established; setting a fact takes its expiry back. */
const ESTABLISHED_ONLY: ReadonlySet<string> = new Set([
  'event',
  'expired',
  'exhausted',
  'finished',
]);

/** A condition as a function, taken apart once: guards are asked far more often than anything else. */
export function predicateOf(condition: Condition): Predicate {
  if (typeof condition === 'string') return atomPredicate(condition);
  if ('all' in condition) {
    const parts = condition.all.map(predicateOf);
    return (state) => parts.every((part) => part(state));
  }
  if ('any' in condition) {
    const parts = condition.any.map(predicateOf);
    return (state) => parts.some((part) => part(state));
  }
  if ('not' in condition) {
    const part = predicateOf(condition.not);
    return (state) => !part(state);
  }
  const { attribute, is } = condition;
  const values: readonly unknown[] = Array.isArray(is) ? is : [is];
  return (state) => values.includes(state.attributes[attribute]);
}

/** What an atom means in a state; the only place that says so. */
export function atomPredicate(atom: string): Predicate {
  if (atom === 'start') return () => true;
  if (atom === 'idle') return (state) => state.established.idle !== undefined;
  const colon = atom.indexOf(':');
  if (colon < 0) return (state) => state.facts[atom] !== undefined;
  const head = atom.slice(0, colon);
  const tail = atom.slice(colon + 1);
  if (ESTABLISHED_ONLY.has(head)) return (state) => state.established[atom] !== undefined;
  return (state) => state.steps[head]?.outcome === tail;
}
