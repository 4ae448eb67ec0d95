import type { Condition } from '../../language/condition.js';

/** A condition over numbered propositions without `not`: what does not hold is a proposition of its own. */
export type Formula =
  | { readonly kind: 'one'; readonly index: number }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] };

/** Names propositions by number, the same name always by the same number. */
export interface Numbering {
  readonly names: readonly string[];
  number(name: string): number;
}

export function createNumbering(): Numbering {
  const names: string[] = [];
  const known = new Map<string, number>();
  return {
    names,
    number(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      known.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}

/** The proposition that an atom does not hold. */
export function absent(name: string): string {
  return `!${name}`;
}

/** The proposition that an attribute has a value. */
export function valued(attribute: string, value: string | number | boolean): string {
  return `@${attribute}=${String(value)}`;
}

export const ALWAYS: Formula = { kind: 'all', parts: [] };

/** Brings a condition into propositions; `not` is pushed down to the atoms. */
export function toFormula(condition: Condition, numbering: Numbering, isNegated = false): Formula {
  const one = (name: string): Formula => ({
    kind: 'one',
    index: numbering.number(isNegated ? absent(name) : name),
  });
  if (typeof condition === 'string') return one(condition);
  if ('not' in condition) return toFormula(condition.not, numbering, !isNegated);
  if ('attribute' in condition) {
    const { attribute, is } = condition;
    const values = Array.isArray(is) ? is : [is];
    const parts = values.map((value) => one(valued(attribute, value)));
    return { kind: isNegated ? 'all' : 'any', parts };
  }
  const isAll = 'all' in condition;
  const inner = isAll ? condition.all : condition.any;
  return {
    kind: isAll === isNegated ? 'any' : 'all',
    parts: inner.map((part) => toFormula(part, numbering, isNegated)),
  };
}

/** What a formula costs if each proposition costs what the table says; infinite when it cannot be had. */
export function costOf(formula: Formula, costs: ArrayLike<number>): number {
  if (formula.kind === 'one') return costs[formula.index]!;
  if (formula.kind === 'all') {
    let sum = 0;
    for (const part of formula.parts) {
      sum += costOf(part, costs);
      if (sum === Number.POSITIVE_INFINITY) return sum;
    }
    return sum;
  }
  let least = Number.POSITIVE_INFINITY;
  for (const part of formula.parts) {
    const cost = costOf(part, costs);
    if (cost < least) least = cost;
    if (least === 0) return 0;
  }
  return least;
}

/** The propositions of the cheapest way to make a formula true. */
export function cheapest(formula: Formula, costs: ArrayLike<number>, into: number[]): void {
  if (formula.kind === 'one') into.push(formula.index);
  else if (formula.kind === 'all') {
    for (const part of formula.parts) cheapest(part, costs, into);
  } else {
    let best: Formula | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const part of formula.parts) {
      const cost = costOf(part, costs);
      if (cost >= least) continue;
      least = cost;
      best = part;
    }
    if (best) cheapest(best, costs, into);
  }
}
