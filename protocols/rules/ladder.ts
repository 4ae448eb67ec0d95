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
 * start, and escalates half an hour and an hour later (`IMMEDIATE_BASE_MS`). A moved due instant
 * (pause) needs a new ladder.
 */
export function ladder(input: { silence: Silence; startAt: number; dueAt: number }): Rung[] {
  const { silence, startAt, dueAt } = input;
  const span = dueAt - startAt;
  if (span > 0) return MARKS[silence].map((mark) => ({ mark, at: atShare(startAt, span, mark) }));
  return MARKS[silence]
    .filter((mark) => SHARE[mark] >= 100)
    .map((mark) => ({
      mark,
      at: atShare(startAt - IMMEDIATE_BASE_MS, IMMEDIATE_BASE_MS, mark),
    }));
}

function atShare(startAt: number, span: number, mark: Mark): number {
  return startAt + Math.floor((span * SHARE[mark]) / 100);
}
