import { viewOf } from '../../core/draft.js';
import type { RunState } from '../../core/state.js';
import type { AttributeValue } from '../../language/attribute.js';
import type { ConditionView } from '../../language/condition.js';
import { cheapest, costOf, type Formula, valued } from './formula.js';
import type { Deed, RelaxedAction, RelaxedTask } from './relaxed-task.js';

/** How far it is to a goal if nothing that was reached were ever lost, and what would bring it nearer now. */
export interface Estimate {
  /** Deeds still to do; infinite when even so there is no way. */
  readonly cost: number;
  readonly helpful: readonly Helpful[];
}

export interface Helpful {
  readonly deed: Deed;
  /** Values the deed should give to attributes. */
  readonly assigns: Readonly<Record<string, AttributeValue>>;
}

type Truth = (state: RunState, view: ConditionView) => boolean;

/** An estimator for one goal. Deterministic: the same state always gets the same estimate. */
export function createEstimator(task: RelaxedTask, goal: Formula): (state: RunState) => Estimate {
  const truths = task.numbering.names.map(truthOf);
  return (state) => {
    const view = viewOf(state);
    const costs = Float64Array.from(truths, (holds) => (holds(state, view) ? 0 : Infinity));
    const supporters = new Int32Array(truths.length).fill(-1);
    const prices = task.actions.map((action) => priceOf(action, state));
    spread(task.actions, prices, costs, supporters);
    if (costOf(goal, costs) === Infinity) return { cost: Infinity, helpful: [] };
    return extract(task, goal, prices, costs, supporters);
  };
}

function truthOf(name: string): Truth {
  if (name.startsWith('!')) {
    const inner = truthOf(name.slice(1));
    return (state, view) => !inner(state, view);
  }
  if (name.startsWith('@')) {
    const [id = '', value = ''] = name.slice(1).split(/=(.*)/);
    return ({ attributes }) => attributes[id] !== undefined && String(attributes[id]) === value;
  }
  const [head = '', tail] = name.split(' ');
  if (tail === undefined) return (_, view) => view.holds(name);
  if (head === 'open') return ({ steps }) => steps[tail]?.open !== undefined;
  if (head === 'date') return ({ dates }) => dates[tail] !== undefined;
  return () => false;
}

/** What a deed costs in this state; infinite when it is out of the question, and whether it needs something new. */
function priceOf({ deed, cost }: RelaxedAction, state: RunState): { cost: number; fresh: boolean } {
  const known = 'step' in deed ? state.steps[deed.step] : undefined;
  if (deed.type === 'open') return { cost, fresh: known?.wasTrue === true && !known.armed };
  if (deed.type === 'exhaust') {
    return { cost: Math.max(1, cost - 3 * (known?.openings ?? 0)), fresh: false };
  }
  return { cost, fresh: false };
}

type Prices = readonly ReturnType<typeof priceOf>[];

function spread(
  actions: readonly RelaxedAction[],
  prices: Prices,
  costs: Float64Array,
  supporters: Int32Array,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = 0; index < actions.length; index += 1) {
      const action = actions[index]!;
      const price = prices[index]!;
      let cost = price.cost + costOf(action.needs, costs);
      if (cost === Infinity) continue;
      if (price.fresh) cost += least(action.fresh ?? [], costs);
      if (cost === Infinity) continue;
      for (const added of action.adds) {
        if (costs[added]! <= cost) continue;
        costs[added] = cost;
        supporters[added] = index;
        changed = true;
      }
    }
  }
}

function least(propositions: readonly number[], costs: Float64Array): number {
  let found = Infinity;
  for (const index of propositions) if (costs[index]! < found) found = costs[index]!;
  return found;
}

/** The deeds of one relaxed way to the goal, and of these the ones that can be done at once. */
function extract(
  task: RelaxedTask,
  goal: Formula,
  prices: Prices,
  costs: Float64Array,
  supporters: Int32Array,
): Estimate {
  const chosen = new Map<number, Record<string, AttributeValue>>();
  const seen = new Set<number>();
  const todo: number[] = [];
  cheapest(goal, costs, todo);
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    const supporter = supporters[index]!;
    if (seen.has(index) || supporter < 0) continue;
    seen.add(index);
    const assigns = chosen.get(supporter) ?? {};
    takeValue(task, task.numbering.names[index]!, assigns);
    if (chosen.has(supporter)) continue;
    chosen.set(supporter, assigns);
    const action = task.actions[supporter]!;
    cheapest(action.needs, costs, todo);
    if (prices[supporter]!.fresh) {
      const any: Formula = {
        kind: 'any',
        parts: (action.fresh ?? []).map((fresh) => ({ kind: 'one', index: fresh })),
      };
      cheapest(any, costs, todo);
    }
  }
  let cost = 0;
  const helpful: Helpful[] = [];
  for (const [index, assigns] of chosen) {
    const action = task.actions[index]!;
    const price = prices[index]!;
    cost += price.cost;
    if (costOf(action.needs, costs) > 0) continue;
    if (price.fresh && least(action.fresh ?? [], costs) > 0) continue;
    helpful.push({ deed: action.deed, assigns });
  }
  return { cost, helpful };
}

/** An attribute value the way needs, or for "not this value" another one. */
function takeValue(task: RelaxedTask, name: string, assigns: Record<string, AttributeValue>): void {
  const isNot = name.startsWith('!@');
  if (!isNot && !name.startsWith('@')) return;
  const wanted = isNot ? name.slice(1) : name;
  for (const [attribute, values] of task.values) {
    const named = values.find((value) => valued(attribute, value) === wanted);
    if (named === undefined) continue;
    if (!isNot) assigns[attribute] = named;
    else if (typeof named === 'boolean') assigns[attribute] = !named;
    else {
      const other = values.find((value) => value !== named);
      if (other !== undefined) assigns[attribute] ??= other;
    }
  }
}
