import type { ConditionView } from '../language/condition.js';
import type { Act } from './acts.js';
import type { Compiled } from './compiled.js';
import type { Effect } from './effects.js';
import type { Binding, RunState, StepState } from './state.js';

/** A state being changed by one act, with the effects collected so far. */
export interface Draft {
  readonly compiled: Compiled;
  readonly state: RunState;
  readonly at: number;
  readonly effects: Effect[];
  readonly view: ConditionView;
  /** The act under way. */
  readonly act: Act;
}

export function createDraft(compiled: Compiled, state: RunState, at: number, act: Act): Draft {
  return { compiled, state, at, act, effects: [], view: viewOf(state) };
}

/** Atoms that hold from when they were established; setting a fact takes its expiry back. */
const ESTABLISHED_ONLY: ReadonlySet<string> = new Set([
  'event',
  'expired',
  'exhausted',
  'finished',
]);

/** Which atoms hold in a state. */
export function viewOf(state: RunState): ConditionView {
  return {
    attribute: (id) => state.attributes[id],
    holds(atom) {
      if (atom === 'start') return true;
      if (atom === 'idle') return state.established.idle !== undefined;
      const colon = atom.indexOf(':');
      if (colon < 0) return state.facts[atom] !== undefined;
      const head = atom.slice(0, colon);
      const tail = atom.slice(colon + 1);
      if (ESTABLISHED_ONLY.has(head)) return state.established[atom] !== undefined;
      return state.steps[head]?.outcome === tail;
    },
  };
}

/** Records that something came to hold just now, so that guards naming it are looked at again. */
export function establish(draft: Draft, atom: string): void {
  draft.state.tick += 1;
  draft.state.established[atom] = { tick: draft.state.tick, at: draft.at };
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
