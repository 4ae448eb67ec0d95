import type { Silence } from '../language/deadline.js';

/** A point on the way of a deadline at which somebody is told or something happens. */
export type Mark = 'reminder-50' | 'reminder-90' | 'due' | 'escalate-150' | 'escalate-200';

/** A mark and its instant in epoch milliseconds. */
export type Rung = { mark: Mark; at: number };

/** What 100 % stands for in escalations of an immediate duty, which has no own length. PD. */
export const IMMEDIATE_BASE_MS = 3_600_000;

const SHARE: Record<Mark, number> = {
  'reminder-50': 50,
  'reminder-90': 90,
  due: 100,
  'escalate-150': 150,
  'escalate-200': 200,
};

const FULL: readonly Mark[] = ['reminder-50', 'reminder-90', 'due', 'escalate-150', 'escalate-200'];

const MARKS: Record<Silence, readonly Mark[]> = {
  L0: ['reminder-90', 'due'],
  L1: FULL,
  L2: FULL,
  L3: FULL,
  L4: FULL,
  L5: FULL,
  L6: ['due'],
};

/**
 * The marks of a deadline in the order in which they come (lapse policies, PD).
 *
 * - L0, reminder only: shortly before (90 %) and when due; nobody above is told, because the step
 *   puts no pressure on the person who decides.
 * - L1: reminders at 50 % and 90 %; when due the supervisor; at 150 % the governing body's
 *   technical level; at 200 % its political level, and the monitoring body. L2 the same, departure
 *   stays blocked.
 * - L3, L4, L5: reminders at 50 % and 90 %; when due the lapse takes effect. 150 % and 200 % apply
 *   only while the step is open all the same: whoever walks the ladder stops when it closes.
 * - L6: validity; only `due`, when it expires.
 *
 * Shares are of the elapsed time between start and due. Marks at the same instant keep this order.
 * A duty due at its start (or earlier: a planned date was too near) has no reminders, is due at the
 * start, and escalates half an hour and an hour later (`IMMEDIATE_BASE_MS`). With `climbMs` the
 * last level is told so long after the due instant, whatever the deadline gave. A moved due instant
 * (pause) needs a new ladder.
 */
export function ladder(input: {
  silence: Silence;
  startAt: number;
  dueAt: number;
  climbMs?: number;
}): Rung[] {
  const { silence, startAt, climbMs } = input;
  const span = input.dueAt - startAt;
  const dueAt = span > 0 ? input.dueAt : startAt;
  const climb = climbMs ?? (span > 0 ? span : IMMEDIATE_BASE_MS);
  return MARKS[silence]
    .filter((mark) => span > 0 || SHARE[mark] >= 100)
    .map((mark) => ({ mark, at: atShare(SHARE[mark] > 100 ? climb : span, dueAt, mark) }));
}

/** Shares are counted from the due instant, so that what comes after it may have a length of its own. */
function atShare(span: number, dueAt: number, mark: Mark): number {
  return dueAt - span + Math.floor((span * SHARE[mark]) / 100);
}
