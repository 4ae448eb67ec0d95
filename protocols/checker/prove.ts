import { elsewhere, type Question, search, turnedOff, turnedOn, type Way } from './explore.js';
import type { Model } from './model.js';
import type { Move } from './moves.js';
import { blame, judge, type Knowledge, matches } from './truth.js';

/** More atoms than this are not followed at once; what is still open then counts as not proven. */
const MOST_TRACKED = 18;

/** A way that could not be ruled out, and what was followed exactly to find it. */
export interface Counterexample {
  readonly way: Way;
  readonly tracked: readonly string[];
}

/**
 * Looks for a way to a bad move and, where a way found cannot be walked for a reason that was not followed, follows
 * that too and looks again. Undefined means proven: following more atoms only takes ways away, never adds one. A
 * fact that nothing on the way took away is taken to be obtainable; so a way that is reported may need more steps
 * than it names, but never fewer.
 */
export function refute(model: Model, question: Question): Counterexample | undefined {
  let tracked = [...new Set(question.tracked)];
  for (;;) {
    const way = search(model, { ...question, tracked });
    if (!way) return undefined;
    const more = whyNot(model, { ...question, tracked }, way).filter(
      (atom) => !tracked.includes(atom),
    );
    if (more.length === 0 || tracked.length + more.length > MOST_TRACKED) return { way, tracked };
    tracked = [...tracked, ...more];
  }
}

/**
 * What makes a move of the way impossible, taken from the last such move: that is nearest to what must be ruled out. That
 * a guard was false weighs more than that a fact was lost, which others might have set again.
 */
function whyNot(model: Model, question: Question, way: Way): string[] {
  const walk = createWalk(model, question);
  let guards: readonly string[] = [];
  let lost: readonly string[] = [];
  for (const move of way) {
    const guard = walk.closedBy(move);
    if (guard.length > 0) guards = guard;
    const missing = walk.lostBefore(move);
    if (missing.length > 0) lost = missing;
    walk.go(move);
  }
  const known = new Set(question.tracked);
  return [...(guards.some((atom) => !known.has(atom)) ? guards : lost)];
}

/** Walks a way with every atom followed, as if each move had been possible. */
function createWalk(model: Model, question: Question) {
  const on = new Set<string>();
  const taken = new Set<string>();
  const couldOpen = new Set<string>();
  for (const { id, initially } of model.definition.facts) if (initially) on.add(id);
  const initially = new Set(on);
  const known: Knowledge = {
    holds: (atom) =>
      /^(exhausted:|finished:|expired:|idle$)/.test(atom) ? undefined : on.has(atom),
    attribute: (id, is) => matches(question.start[id], is),
  };
  for (const step of model.startOnly)
    if (judge(step.when, known) === true) on.add(`open:${step.id}`);
  const noteOpenings = () => {
    for (const step of model.definition.steps) {
      if (model.startOnly.has(step)) continue;
      const lacking = (step.requires ?? []).some((fact) => !on.has(fact) && taken.has(fact));
      if (!lacking && judge(step.when, known) !== false) couldOpen.add(step.id);
    }
  };
  noteOpenings();
  return {
    /** The atoms of a guard that kept the move from happening, with the step's being open where it was not followed. */
    closedBy(move: Move): string[] {
      const there = move === question.anywhere ? [] : elsewhere(model, move);
      const standing = there.filter((place) => on.has(place));
      if (standing.length > 0) return standing;
      // That a departure can be prepared at all is taken for granted; only what was lost again may stand against it.
      if (move.step?.effects?.includes('departs')) return [];
      const guard = move.kind === 'opened' ? move.step?.when : move.event?.while;
      if (guard !== undefined) return judge(guard, known) === false ? blame(guard, known) : [];
      const { step } = move;
      if (!step || on.has(`open:${step.id}`) || couldOpen.has(step.id)) return [];
      return [`open:${step.id}`, ...blame(step.when, known)];
    },
    /** A fact the move needs that something on the way took away: one that held at first, if there is one. */
    lostBefore({ needs }: Move): string[] {
      const missing = needs.filter((fact) => !on.has(fact) && taken.has(fact));
      const first = missing.find((fact) => initially.has(fact)) ?? missing[0];
      return first === undefined ? [] : [first];
    },
    go(move: Move): void {
      for (const fact of move.needs) on.add(fact);
      for (const atom of turnedOff(model, move)) {
        on.delete(atom);
        taken.add(atom);
        if (atom.startsWith('open:')) couldOpen.delete(atom.slice('open:'.length));
      }
      for (const atom of turnedOn(move)) on.add(atom);
      noteOpenings();
    },
  };
}
