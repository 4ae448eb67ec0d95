import type { Definition } from '../language/definition.js';
import type { Text } from '../language/text.js';

/** One thing that happens on the way to a broken safeguard. */
export interface PathStep {
  readonly kind: 'started' | 'opened' | 'answered' | 'silence' | 'event' | 'expired';
  readonly step?: string;
  readonly outcome?: string;
  readonly event?: string;
  readonly fact?: string;
  /** Who acts, where somebody does. */
  readonly role?: string;
  readonly text: Text;
}

/** A safeguard that does not hold, or something that does not work, in a definition. */
export interface CheckFinding {
  /** `INV-A1` and so on, a code like `DEAD-STEP`, or the code of a finding of the validator. */
  readonly invariant: string;
  /** An error keeps the definition from being published; a warning asks somebody to look. */
  readonly severity: 'error' | 'warning';
  /** A path of ids, e.g. `steps/departure/requires`. */
  readonly where: string;
  /** What must hold, with its source. */
  readonly must: Text;
  /** What is wrong here. */
  readonly found: Text;
  readonly fix: Text;
  /** The shortest way there, told in the facts of `tracks`; empty where nothing has to happen. */
  readonly path: readonly PathStep[];
  /** What the path was searched over: facts, `open:step`, `step:outcome`, `event:id`. The rest is taken as possible. */
  readonly tracks: readonly string[];
}

/** What the checker may know besides the definition. */
export interface CheckContext {
  /** The protocols a run can continue under. */
  readonly others?: readonly Definition[];
  /** Kinds of institutions the directory has; without it no role is looked up. */
  readonly kinds?: readonly {
    readonly kind: string;
    readonly side: 'sending' | 'receiving' | 'either';
  }[];
}
