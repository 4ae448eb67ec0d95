import type { AttributeValue } from '../language/attribute.js';
import type { ConditionView } from '../language/condition.js';
import type { Act } from './acts.js';
import { attributeKey, type Compiled } from './compiled.js';
import type { Effect } from './effects.js';
import { atomPredicate } from './predicate.js';
import type { Binding, RunState, StepState } from './state.js';

/** What is known of a state from one act to the next, so that not every step has to be looked at. */
export interface Memory {
  /** Which steps, by position, may no longer be in line with what holds; `settle` looks at these. */
  readonly stale: Uint8Array;
  /** The steps that are open or called for. */
  readonly active: Set<string>;
  /** The facts that can run out. */
  readonly expiring: readonly string[];
}

/** Nothing is known: every step is looked at. */
export function blankMemory(compiled: Compiled): Memory {
  const { order, expiring } = compiled;
  return { stale: new Uint8Array(order.length).fill(1), active: new Set(), expiring };
}

/** A state being changed by one act, with the effects collected so far. */
export interface Draft extends Memory {
  readonly compiled: Compiled;
  readonly state: RunState;
  readonly at: number;
  readonly effects: Effect[];
  readonly view: ConditionView;
  /** The act under way. */
  readonly act: Act;
}

export function createDraft(
  compiled: Compiled,
  state: RunState,
  at: number,
  act: Act,
  memory: Memory = blankMemory(compiled),
): Draft {
  return { compiled, state, at, act, effects: [], view: viewOf(state), ...memory };
}

/** Which atoms hold in a state. */
export function viewOf(state: RunState): ConditionView {
  return {
    attribute: (id) => state.attributes[id],
    holds: (atom) => atomPredicate(atom)(state),
  };
}

/** Records that something came to hold just now, so that guards naming it are looked at again. */
export function establish(draft: Draft, atom: string): void {
  draft.state.tick += 1;
  draft.state.established[atom] = { tick: draft.state.tick, at: draft.at };
  touch(draft, atom);
}

/**
 * Something that guards or requirements look at has changed: an atom, the answers of a step (`answersKey`) or an
 * attribute (`attributeKey`). Whoever changes such a thing says so here.
 */
export function touch(draft: Draft, key: string): void {
  for (const index of draft.compiled.readers.get(key) ?? []) draft.stale[index] = 1;
}

/** Gives an attribute of the run a value. */
export function assign(draft: Draft, id: string, value: AttributeValue): void {
  draft.state.attributes[id] = value;
  touch(draft, attributeKey(id));
}

/** The step itself has changed: closed, taken back, called for again, its clock set. */
export function touchStep(draft: Draft, id: string): void {
  draft.stale[draft.compiled.steps.get(id)!.index] = 1;
}

/** The remembered part of a step, made when first needed. */
export function stepState(draft: Draft, id: string): StepState {
  let step = draft.state.steps[id];
  if (!step) {
    step = { openings: 0, considered: 0, wasTrue: false };
    draft.state.steps[id] = step;
  }
  return step;
}

export function bindingOf(draft: Draft, role: string): Binding {
  return bindingIn(draft.state, draft.compiled.definition.lead, role);
}

/** The name under which the institution is bound that is competent for a role in a step as it is open now. */
export function holderKey(state: RunState, step: string | undefined, role: string): string {
  if (step === undefined) return role;
  return state.steps[step]?.open?.holders?.[role] ?? role;
}

/** The institution that acts for a role in a step: the competent one where a rule names another, else the bound one. */
export function holderIn(
  state: RunState,
  lead: string,
  step: string | undefined,
  role: string,
): Binding {
  return bindingIn(state, lead, holderKey(state, step, role));
}

/** The institution that fills a role; an optional role nobody fills falls to the lead. */
export function bindingIn(state: RunState, lead: string, role: string): Binding {
  const binding = state.bindings[role] ?? state.bindings[lead];
  if (!binding) throw new Error(`No institution fills role ${role}`);
  return binding;
}
