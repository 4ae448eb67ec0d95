import type { Condition } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import type { Move } from './moves.js';
import { type Given, matches } from './truth.js';

/** What can happen at all when a run starts in a certain way. */
export interface Reach {
  readonly moves: ReadonlySet<Move>;
  readonly steps: ReadonlySet<Step>;
}

/**
 * Everything that can happen in a run with this start, when nothing that was ever possible stops being so. An
 * over-approximation of the core: whatever this leaves out never happens. (The start may know less than a run does.)
 */
export function reachFrom(
  model: { readonly definition: Definition; readonly moves: readonly Move[] },
  start: Given,
  without: (move: Move) => boolean = () => false,
): Reach {
  const may = new Set<string>();
  const mayFail = new Set<string>();
  for (const { id, initially } of model.definition.facts) (initially ? may : mayFail).add(id);
  const moves = new Set<Move>();
  const steps = new Set<Step>();
  const can = (condition: Condition, wanted: boolean): boolean => {
    if (typeof condition === 'string') {
      if (condition === 'start') return wanted;
      if (condition === 'idle') return true;
      // An answer, an event and the like may always be missing still; a fact only if nothing made it certain.
      if (!wanted) return condition.includes(':') || mayFail.has(condition);
      return may.has(condition);
    }
    if ('not' in condition) return can(condition.not, !wanted);
    if ('attribute' in condition) {
      const known = matches(start[condition.attribute], condition.is);
      return known === undefined || known === wanted;
    }
    const parts = 'all' in condition ? condition.all : condition.any;
    return 'all' in condition === wanted
      ? parts.every((part) => can(part, wanted))
      : parts.some((part) => can(part, wanted));
  };
  const possible = (move: Move): boolean => {
    if (!move.needs.every((fact) => may.has(fact))) return false;
    if (move.kind === 'opened') return can(move.step!.when, true);
    if (move.step) return steps.has(move.step);
    return move.event?.while === undefined || can(move.event.while, true);
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const move of model.moves) {
      if (moves.has(move) || without(move) || !possible(move)) continue;
      changed = true;
      moves.add(move);
      if (move.kind === 'opened') openable(move.step!, steps, may);
      for (const fact of move.clears) mayFail.add(fact);
      for (const atom of established(move)) may.add(atom);
    }
  }
  return { moves, steps };
}

function openable(step: Step, steps: Set<Step>, may: Set<string>): void {
  steps.add(step);
  if (step.limit !== undefined) may.add(`exhausted:${step.id}`);
}

function established({ sets, step, outcome, event, kind, clears }: Move): string[] {
  return [
    ...sets,
    ...(step && outcome ? [`${step.id}:${outcome.id}`] : []),
    ...(step?.series && outcome ? [`finished:${step.id}`] : []),
    ...(event ? [`event:${event.id}`] : []),
    ...(kind === 'expired' ? clears.map((fact) => `expired:${fact}`) : []),
  ];
}
