import { type Condition, namesIn } from '../language/condition.js';
import { type Model, PLACES } from './model.js';
import type { Move } from './moves.js';
import { type Given, judge, type Knowledge, matches, type Truth } from './truth.js';

/** A state of the projection, as seen by whoever asks: what is tracked is known, the rest is not. */
export interface View extends Knowledge {
  /** What the question remembers of the way so far. */
  readonly memory: number;
}

/** A question about all behaviours: is there a way to a move that is bad? */
export interface Question {
  /** Facts, `open:step`, `step:outcome` and `event:id` that are followed exactly; at most 25. */
  readonly tracked: readonly string[];
  /** What is known at the start of the run and never changes. */
  readonly start: Given;
  /** The moves that can happen; all unless given. */
  readonly moves?: ReadonlySet<Move>;
  /** Moves that matter to `remember` or `bad` though they change nothing that is tracked; all unless given. */
  watches?(move: Move): boolean;
  /** A move of which it is still to be shown that it leaves no second place standing. */
  readonly anywhere?: Move;
  /** A small number kept beside the tracked atoms, at most 15; 0 before the start. */
  remember?(memory: number, move: Move | undefined, after: View): number;
  bad(move: Move, before: View): boolean;
}

/** The shortest way to a bad move, that move last; undefined when there is none. */
export type Way = readonly Move[];

const MEMORIES = 16;
/** More states than this and the answer is taken to be unknown, which counts as bad. */
const MOST_STATES = 20_000;

type Arrival = { readonly key: number; readonly move: Move } | undefined;

/**
 * Searches the projection breadth-first, so the first way found is a shortest one. The projection allows everything
 * the core allows: what is not tracked may have any value at any moment, a step whose opening is not tracked may be
 * answered at any moment. Where no way is found here, no behaviour of the core has one.
 */
export function search(model: Model, question: Question): Way | undefined {
  const index = new Map(question.tracked.map((atom, at) => [atom, 1 << at]));
  const moves = prepare(model, question, index);
  let bits = 0;
  const view: View & { memory: number } = {
    memory: 0,
    holds: (atom) => {
      const bit = index.get(atom);
      return bit === undefined ? undefined : (bits & bit) !== 0;
    },
    attribute: (id, is) => matches(question.start[id], is),
  };
  const remembered = (memory: number, after: number, move?: Move): number => {
    if (!question.remember) return memory;
    bits = after;
    view.memory = memory;
    return question.remember(memory, move, view);
  };
  let initial = 0;
  for (const { id, initially } of model.definition.facts) {
    if (initially) initial |= index.get(id) ?? 0;
  }
  for (const step of model.startOnly) {
    if (judge(step.when, view) === true) initial |= index.get(`open:${step.id}`) ?? 0;
  }
  const first = initial * MEMORIES + remembered(0, initial);
  const from = new Map<number, Arrival>([[first, undefined]]);
  for (let level = [first]; level.length > 0; ) {
    const next: number[] = [];
    for (const key of level) {
      const before = Math.floor(key / MEMORIES);
      const memory = key % MEMORIES;
      for (const prepared of moves) {
        bits = before;
        view.memory = memory;
        if (!enabled(prepared, before, view)) continue;
        if (question.bad(prepared.move, view)) return wayTo(from, key, prepared.move);
        if (prepared.move.over) continue;
        const after = (before & ~prepared.off) | prepared.on;
        const reached = after * MEMORIES + remembered(memory, after, prepared.move);
        if (from.has(reached)) continue;
        from.set(reached, { key, move: prepared.move });
        if (from.size > MOST_STATES) return wayTo(from, key, prepared.move);
        next.push(reached);
      }
    }
    level = next;
  }
  return undefined;
}

function wayTo(from: ReadonlyMap<number, Arrival>, key: number, last: Move): Way {
  const way = [last];
  for (let at = from.get(key); at; at = from.get(at.key)) way.unshift(at.move);
  return way;
}

interface Prepared {
  readonly move: Move;
  readonly needs: number;
  /** Where the person cannot be. */
  readonly bars: number;
  /** The bit of the step's being open, and whether it must be set. */
  readonly open: number;
  readonly opens: boolean;
  readonly off: number;
  readonly on: number;
  readonly guard?: Guard;
}

interface Guard {
  readonly condition: Condition;
  /** The tracked atoms the guard names: its truth depends on nothing else. */
  readonly names: number;
  readonly judged: Map<number, Truth>;
}

function prepare(
  model: Model,
  question: Question,
  index: ReadonlyMap<string, number>,
): readonly Prepared[] {
  const mask = (atoms: readonly string[]) =>
    atoms.reduce((bits, atom) => bits | (index.get(atom) ?? 0), 0);
  const prepared: Prepared[] = [];
  for (const move of question.moves ?? model.moves) {
    // Such a step was open from the start, if at all; nothing opens it again.
    const once = move.kind === 'opened' && model.startOnly.has(move.step!);
    if (once && index.has(`open:${move.step!.id}`)) continue;
    const on = mask(turnedOn(move));
    const off = mask(turnedOff(model, move)) & ~on;
    if (on === 0 && off === 0 && question.watches && !question.watches(move)) continue;
    const condition = move.kind === 'opened' ? move.step?.when : move.event?.while;
    prepared.push({
      move,
      needs: mask(move.needs),
      bars: move === question.anywhere ? 0 : mask(elsewhere(model, move)),
      open: move.step ? mask([`open:${move.step.id}`]) : 0,
      opens: move.kind === 'opened',
      off,
      on,
      ...(condition === undefined
        ? {}
        : { guard: { condition, names: mask(namesIn(condition).atoms), judged: new Map() } }),
    });
  }
  return prepared;
}

/** The atoms that hold once the move was made. */
export function turnedOn(move: Move): string[] {
  const on = [...move.sets];
  if (move.kind === 'opened') on.push(`open:${move.step!.id}`);
  if (move.outcome) on.push(`${move.step!.id}:${move.outcome.id}`);
  if (move.event) on.push(`event:${move.event.id}`);
  return on;
}

/** The atoms that no longer hold once the move was made, unless it also turns them on. */
export function turnedOff(model: Model, move: Move): string[] {
  const off = [...move.clears];
  if (move.step) {
    // An opening forgets the last answer, another answer takes its place.
    for (const { id } of move.step.outcomes) off.push(`${move.step.id}:${id}`);
    if (move.outcome && !move.outcome.keepsOpen) off.push(`open:${move.step.id}`);
  }
  const does = move.outcome ?? move.event;
  for (const target of does?.withdraws ?? []) {
    for (const step of model.definition.steps) {
      if (step.recalls) continue;
      if (step.id === target || step.stage === target) off.push(`open:${step.id}`);
    }
  }
  return off;
}

/**
 * The places that do not hold when the move is made, though it does not say so: never two hold at once. INV-A9 shows it
 * of every move, or the definition is refused.
 */
export function elsewhere(model: Model, { sets, clears }: Move): string[] {
  if (!PLACES.some((place) => sets.includes(place))) return [];
  return PLACES.filter(
    (place) => model.facts.has(place) && !sets.includes(place) && !clears.includes(place),
  );
}

function enabled(prepared: Prepared, bits: number, view: View): boolean {
  const { open, opens, needs, bars, guard } = prepared;
  if ((bits & needs) !== needs || (bits & bars) !== 0) return false;
  if (open !== 0 && ((bits & open) !== 0) === opens) return false;
  if (!guard) return true;
  const named = bits & guard.names;
  let truth = guard.judged.get(named);
  if (truth === undefined && !guard.judged.has(named)) {
    truth = judge(guard.condition, view);
    guard.judged.set(named, truth);
  }
  return truth !== false;
}
