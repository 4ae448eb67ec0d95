import type { Condition } from './condition.js';
import type { Names } from './names.js';
import type { Source } from './text.js';

export const UNITS = ['minutes', 'hours', 'calendar-days', 'working-days', 'months'] as const;
/** Working days follow the calendar of the responsible institution's country. */
export type Unit = (typeof UNITS)[number];

/** A length of time, e.g. 15 working days. */
export interface Length {
  readonly length: number;
  readonly unit: Unit;
}

/** A length that no calendar is needed for. */
export interface ShortLength {
  readonly length: number;
  readonly unit: 'minutes' | 'hours';
}

/**
 * What silence means. L0 reminder only; L1 reminders, then the supervisor, then the lead institution at its
 * technical and its political level and the monitoring body; L2 as L1 and departure stays blocked, the only policy
 * of a safeguard besides L3; L3 the branch that protects the person; L4 no objection, for advisory opinions only;
 * L5 acceptance because an agreement says so; L6 a validity that runs out.
 */
export const SILENCE = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6'] as const;
export type Silence = (typeof SILENCE)[number];

/**
 * Where a clock starts. `start-then-opening` is the start of the run until the step was answered once, then each opening;
 * `before` counts back from a planned date.
 */
export type ClockStart<N extends Names = Names> =
  | 'opening'
  | 'start'
  | 'start-then-opening'
  | { readonly after: `${N['step']}:${string}` | `event:${N['event']}` }
  | { readonly before: N['date'] };

/** By when a step must be answered and what happens when it is not. */
export interface Deadline<N extends Names = Names> extends Length {
  readonly from?: ClockStart<N>;
  readonly silence: Silence;
  /** The outcome silence produces (L3, L4, L5). */
  readonly lapse?: string;
  /** L5 only: silence acts only where this holds, e.g. the agreement in force says so; else as L1. */
  readonly lapseIf?: Condition<N>;
  /** L1, L2: how long after the due instant the last level has been told; as long as the deadline itself unless given. */
  readonly escalates?: ShortLength;
  /** L1, L2: the monitoring body is told when the time is up, not only after everybody else. */
  readonly tellsMonitor?: true;
  /** The clock stands still while one of these facts holds. */
  readonly pausedWhile?: readonly N['fact'][];
  readonly source: Source;
}
