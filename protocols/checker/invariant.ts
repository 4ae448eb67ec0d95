import type { Regime } from '../language/definition.js';
import type { Text } from '../language/text.js';
import type { Scope } from './scope.js';

/** One safeguard: what must hold, where it comes from, for whom, and how it is proven. */
export interface Invariant {
  readonly id: string;
  readonly regimes: readonly Regime[];
  readonly must: Text;
  readonly source: string;
  /** Reports every place where the definition may break it. Reporting nothing is the proof. */
  check(scope: Scope): void;
}

/** Something a definition should be, beyond what protects a person. */
export interface Quality {
  readonly id: string;
  readonly must: Text;
  /** Reports every place where it is not. */
  check(scope: Scope): void;
}

/** The regimes under which somebody is moved. */
export const MOVING: readonly Regime[] = ['removal', 'child', 'victim', 'voluntary'];
