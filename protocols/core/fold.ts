import type { Definition } from '../language/definition.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';
import type { RunState } from './state.js';

/**
 * The state of a run from its history, under the same or a newer version of the definition.
 * Throws when an act that was accepted before is refused now: the version cannot carry this run.
 */
export function fold(definition: Definition, acts: Iterable<Act>): RunState | undefined {
  let state: RunState | undefined;
  for (const act of acts) {
    const applied = apply(definition, state, act);
    if (!applied.ok) {
      throw new Error(
        `Act ${(state?.seq ?? 0) + 1} (${act.type}) is refused by ${definition.id} v${definition.version}: ${applied.refusal.code}`,
      );
    }
    state = applied.state;
  }
  return state;
}
