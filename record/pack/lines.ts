import type { SharedRecord } from '../../protocols/checker/audit.js';
import type { Gates } from '../leaf/gates.js';
import type { Opening } from '../leaf/leaf.js';

/** How much a pack shows: everything recorded, or names and dates as monitoring bodies get them. */
export type Precision = 'exact' | 'coarse';

/** First line of a pack. `[from, to)` are the positions it speaks about; every one of them is there when it is of a period. */
export interface HeadLine {
  readonly t: 'head';
  readonly v: 1;
  readonly kind: 'run' | 'period';
  readonly origin: string;
  /** The log's key as the log itself gives it: proves nothing to somebody who did not have it from elsewhere. */
  readonly key: string;
  /** Leaves in the tree the proofs lead to. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
  /** The institution it was made for, in whose names runs are told; null where they are told by their ids. */
  readonly for: string | null;
  readonly precision: Precision;
}

/** A signed checkpoint of the log. */
export interface CheckpointLine {
  readonly t: 'checkpoint';
  readonly note: string;
}

/** A protocol version runs in the pack follow, canonical JSON, and what its gates ask for. */
export interface DefinitionLine {
  readonly t: 'definition';
  readonly digest: string;
  readonly body: string;
  readonly gates: Gates;
}

/** A leaf as it is stored, its hash as it is stored apart, and what of it is shown; `open` is null when its row is gone. */
export interface LeafLine {
  readonly t: 'leaf';
  readonly p: number;
  readonly h: string | null;
  readonly d: string | null;
  readonly run: string | null;
  readonly open: Readonly<Record<string, Opening>> | null;
}

/** Hash of a subtree: what a proof needs besides the leaves shown. */
export interface NodeLine {
  readonly t: 'node';
  readonly l: number;
  readonly i: number;
  readonly h: string;
}

/** A row that should be in the log and is not. */
export interface UnloggedLine {
  readonly t: 'unlogged';
  readonly run: string | null;
  readonly source: string;
}

/** What the tables say of the shares of a run now. Not proven by the log. */
export interface LedgerLine {
  readonly t: 'ledger';
  readonly run: string;
  readonly rehearsal: boolean;
  readonly length: number;
  /** Positions of acts whose answers are recorded and there. */
  readonly kept: readonly number[];
  readonly shares: readonly SharedRecord[];
}

export type PackLine =
  | HeadLine
  | CheckpointLine
  | DefinitionLine
  | LeafLine
  | NodeLine
  | UnloggedLine
  | LedgerLine;

/** Last line: the log's signature over the digest of everything before it. */
export interface SealLine {
  readonly t: 'seal';
  readonly note: string;
}
