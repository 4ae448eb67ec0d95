import type { Act } from '../core/acts.js';
import { viewOf } from '../core/draft.js';
import type { RunState } from '../core/state.js';
import type { Condition } from '../language/condition.js';
import { evaluate } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import { createEstimator, type Helpful } from './witness/estimate.js';
import { type Formula, toFormula } from './witness/formula.js';
import { move, passTime, startWay, type Watch, type Way } from './witness/moves.js';
import { createQueue } from './witness/queue.js';
import { type Deed, endOf, openOf, type RelaxedTask, relax } from './witness/relaxed-task.js';
import { startsOf } from './witness/starts.js';

/** What a run is led to: an answer, an opening or an ending, at a moment when a condition holds. */
export type Goal = (
  | { readonly answered: { readonly step: string; readonly outcome: string } }
  | { readonly opened: string }
  | { readonly ends: string }
) & {
  /** Must hold when it happens; asked of the state just before. */
  readonly while?: Condition;
};

/** A run that was played in the core from its start to a goal. */
export interface Witness {
  readonly acts: readonly Act[];
  /** States looked at on the way to it. */
  readonly looked: number;
}

export interface Bounds {
  /** States that may be looked at before the search gives up; 3,000 unless given. */
  readonly most?: number;
}

/**
 * Searches a run that the core accepts act by act and that ends in the goal. Greedy best-first: it follows what an
 * estimate without losses calls helpful, and falls back on everything else. Deterministic and bounded. Undefined means
 * that none was found, not that there is none.
 */
export function findWitness(
  definition: Definition,
  goal: Goal,
  { most = 3000 }: Bounds = {},
): Witness | undefined {
  const task = relax(definition, goal.while ? [goal.while] : []);
  const estimate = createEstimator(task, formulaOf(definition, goal, task));
  const watch = watchFor(goal);
  const queue = createQueue<{ way: Way; helpful: readonly Helpful[]; isRest: boolean }>();
  const seen = new Set<string>();
  let looked = 0;
  let found: Way | undefined;

  const look = (way: Way | undefined): void => {
    if (!way || found) return;
    if (way.reached) {
      found = way;
      return;
    }
    const key = keyOf(definition, way.state);
    if (way.state.ending || seen.has(key)) return;
    seen.add(key);
    looked += 1;
    const { cost, helpful } = estimate(way.state);
    // Out of reach by the estimate may still be in reach: openings that need something new are judged too strictly.
    const known = cost === Infinity ? HOPELESS : cost;
    queue.push(known, { way, helpful, isRest: false });
    queue.push(known + REST, { way, helpful: [], isRest: true });
  };

  for (const start of startsOf(definition, task.values)) look(startWay(definition, start, watch));
  for (let next = queue.pop(); next && !found && looked < most; next = queue.pop()) {
    const { way, helpful, isRest } = next;
    if (isRest) {
      for (const deed of deedsIn(definition, way.state))
        look(move(definition, way, deed, {}, watch));
      look(passTime(definition, way, watch));
    } else {
      for (const { deed, assigns } of helpful) {
        // Which answer leads to one more opening is not known: all are tried.
        const deeds =
          deed.type === 'exhaust' ? answersOf(definition, way.state, deed.step) : [deed];
        for (const one of deeds) look(move(definition, way, one, assigns, watch));
      }
    }
  }
  return found && { acts: found.acts, looked };
}

const HOPELESS = 10_000;
/** How much worse than the estimate of a state its deeds that are not helpful are taken to be. */
const REST = 4;

function formulaOf(definition: Definition, goal: Goal, { numbering }: RelaxedTask): Formula {
  const all: Condition[] = goal.while ? [goal.while] : [];
  if ('answered' in goal) {
    const { step: id, outcome } = goal.answered;
    const step = definition.steps.find((candidate) => candidate.id === id);
    const isFree = step?.outcomes.find((candidate) => candidate.id === outcome)?.despiteMissing;
    all.push(openOf(id), ...(isFree ? [] : (step?.requires ?? [])));
  } else all.push('opened' in goal ? openOf(goal.opened) : endOf(goal.ends));
  return toFormula({ all }, numbering);
}

function watchFor(goal: Goal): Watch {
  return (before, act, { state, effects }) => {
    if (!before) return false;
    if (goal.while && !evaluate(goal.while, viewOf(before))) return false;
    if ('ends' in goal) return state.ending?.id === goal.ends;
    if ('opened' in goal) {
      return effects.some(({ type, ...of }) => type === 'step-opened' && isStep(of, goal.opened));
    }
    const { step, outcome } = goal.answered;
    const answered = `${step}:${outcome}`;
    if (act.type !== 'step-completed' && act.type !== 'clock-reached') return false;
    return state.established[answered]?.tick !== before.established[answered]?.tick;
  };
}

function isStep(of: object, step: string): boolean {
  return 'step' in of && of.step === step;
}

/** Everything people can do in a state. */
function deedsIn(definition: Definition, state: RunState): Deed[] {
  return [
    ...definition.steps.flatMap((step) => answersOf(definition, state, step.id)),
    ...definition.events.map(({ id }) => ({ type: 'event', event: id }) as const),
  ];
}

function answersOf(definition: Definition, state: RunState, id: string): Deed[] {
  const step = definition.steps.find((candidate) => candidate.id === id);
  const open = state.steps[id]?.open;
  if (!step || !open) return [];
  return step.outcomes
    .filter(({ bySilence, despiteMissing }) => !bySilence && (!open.missing || despiteMissing))
    .map((outcome) => ({ type: 'answer', step: id, outcome: outcome.id }) as const);
}

/** What two states must share to be the same for the search: everything but instants and counts without a limit. */
function keyOf(definition: Definition, state: RunState): string {
  const steps = definition.steps.flatMap(({ id, limit }) => {
    const step = state.steps[id];
    if (!step) return [];
    const phase = step.open ? 'open' : step.armed ? 'armed' : '';
    const signed = Object.entries(step.open?.signatures ?? {}).map(
      ([role, by]) => role + by.outcome,
    );
    return [id, phase, step.outcome, step.series?.next, limit && step.openings, ...signed].join();
  });
  const once = Object.keys(state.established).filter((atom) =>
    /^(event|expired|exhausted|finished):/.test(atom),
  );
  return [
    Object.keys(state.facts).sort().join(),
    steps.join(';'),
    once.sort().join(),
    JSON.stringify(state.attributes),
    Object.keys(state.dates).join(),
  ].join('|');
}
