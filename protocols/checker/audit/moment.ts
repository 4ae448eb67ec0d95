import type { Act } from '../../core/acts.js';
import type { Effect } from '../../core/effects.js';
import type { RunState } from '../../core/state.js';
import type { Text } from '../../language/text.js';
import type { Model } from '../model.js';

/** One entry of the history of a run, as it was recorded. */
export interface Entry {
  readonly seq: number;
  readonly act: Act;
  readonly actor: { readonly institution: string; readonly account: string };
  /** Whether answers to the form were recorded with the act. */
  readonly answered: boolean;
  readonly recordedAt: number;
}

/** One entry being looked at: the state before it, the state after it, what it did. */
export interface Moment {
  readonly model: Model;
  readonly entry: Entry;
  readonly before: RunState | undefined;
  readonly after: RunState;
  readonly effects: readonly Effect[];
  /** The entries up to and with this one. */
  readonly past: readonly Entry[];
  report(invariant: string, text: Text): void;
}
