import type { Actor } from '../db/schema/history.js';
import type { Act } from '../protocols/core/acts.js';
import type { Effect } from '../protocols/core/effects.js';
import type { RunState } from '../protocols/core/state.js';
import type { Refusal } from '../protocols/refusals.js';

type WithoutAt<T> = T extends unknown ? Omit<T, 'at'> : never;
/** An act as a caller gives it: the door dates it. */
export type UndatedAct = WithoutAt<Exclude<Act, { type: 'run-started' }>>;

/** What somebody wants to happen in a run. */
export interface ActRequest {
  readonly runId: string;
  /** The same request always carries the same id; it is entered once. */
  readonly actId: string;
  readonly actor: Actor;
  readonly act: UndatedAct;
  readonly answers?: Answers;
  /**
   * Whether an answer is meant as a first one or to confirm a colleague's, and which (its number in the history), where
   * somebody said so: nobody confirms what they have not read, because a colleague was quicker or changed it since.
   */
  readonly meant?: 'first' | { readonly confirms: number };
  /** The run's own clock; only for a rehearsal. */
  readonly rehearsalAt?: number;
}

/** Checked answers to a form. Values are personal: they are sealed before they leave this process. */
export interface Answers {
  /** The step or event that asked. */
  readonly form: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Files that go with them; the digest of the answers holds theirs. */
  readonly evidence?: readonly { readonly id: string; readonly digest: string }[];
}

/** Who may act for time and the outside world. */
export const SYSTEM: Actor = { institution: 'system', access: 'system', account: 'system' };

export interface Committed {
  readonly ok: true;
  readonly runId: string;
  readonly seq: number;
  /** When the act happened, epoch milliseconds; the same for a replay. */
  readonly at: number;
  /** The act had been entered before under the same id; nothing was written now. */
  readonly replayed: boolean;
  /** The run after the act, or as it is now for a replay. */
  readonly state: RunState;
  readonly effects: readonly Effect[];
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}
