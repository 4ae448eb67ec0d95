import type { Act } from '../../core/acts.js';
import type { Effect } from '../../core/effects.js';
import type { RunState } from '../../core/state.js';
import type { Text } from '../../language/text.js';
import type { Model } from '../model.js';

/** One entry of the history of a run, as it was recorded. Instants are epoch milliseconds. */
export interface Entry {
  readonly seq: number;
  readonly act: Act;
  readonly actor: { readonly institution: string; readonly account: string };
  /** Whether answers to the form were recorded with the act. */
  readonly answered: boolean;
  /** Whether those answers are there, sealed or not; as `answered` unless something is wrong. */
  readonly kept: boolean;
  /** The date the record files the act under. */
  readonly datedAt: number;
  /** When it was written, by the clock of the record. */
  readonly recordedAt: number;
}

/** What the record of shares says became of one. */
export interface SharedRecord {
  readonly share: string;
  /** The entry it came of. */
  readonly seq: number;
  readonly institution: string;
  readonly categories: readonly string[];
  readonly state: 'pending' | 'released' | 'acknowledged' | 'suppressed' | 'withheld';
  readonly releasedAt: number | null;
  /** Institutions that opened what was sent. */
  readonly openedBy: readonly string[];
}

/** All that is recorded of one run. */
export interface Recording {
  readonly entries: readonly Entry[];
  readonly shares: readonly SharedRecord[];
  /** How many entries the list of runs counts. */
  readonly length: number;
  /** It has a clock of its own, which nothing else agrees with. */
  readonly rehearsal: boolean;
}

/** A share as an entry decided it. */
export interface Decided {
  readonly seq: number;
  readonly institution: string;
  readonly categories: readonly string[];
  readonly suppressed: boolean;
}

/** What an audit remembers from entry to entry. */
export interface Memory {
  readonly decided: Map<string, Decided>;
  /** By fact: the shares that told the monitoring body when the fact was last established. */
  readonly told: Map<string, readonly string[]>;
  /** Recommendations without an answer, as `step#opening`. */
  readonly waiting: Set<string>;
  /** The entry with which the person was last received. */
  received?: Entry;
}

export function emptyMemory(): Memory {
  return { decided: new Map(), told: new Map(), waiting: new Set() };
}

/** One entry being looked at: the state before it, the state after it, what it did. */
export interface Moment {
  readonly model: Model;
  readonly recording: Recording;
  readonly memory: Memory;
  readonly entry: Entry;
  readonly before: RunState | undefined;
  readonly after: RunState;
  readonly effects: readonly Effect[];
  /** The entries up to and with this one. */
  readonly past: readonly Entry[];
  report(invariant: string, text: Text): void;
}
