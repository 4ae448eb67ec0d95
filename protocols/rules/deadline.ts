import type { Length, Unit } from '../language/deadline.js';
import type { Calendar } from './calendar.js';
import { addDays, addMonths } from './dates.js';
import {
  addWorkingDays,
  type SkippedDay,
  skippedDays,
  subtractWorkingDays,
} from './working-days.js';
import { endOfDay, localDate } from './zone.js';

/** Whose days are counted. Without a zone of the institution, the calendar's own zone is used. */
export type Place = { calendar: Calendar; timeZone?: string };

/** How a due instant came about, as data: the page puts it into words. Dates are local. */
export type DueExplanation = {
  unit: Unit;
  length: number;
  /** Where counting began: the start, or the planned act a deadline runs back from. */
  fromAt: number;
  fromOn: string;
  direction: 'forward' | 'backward';
  dueAt: number;
  dueOn: string;
  timeZone: string;
  calendarId: string;
  /** Days passed over between the two dates, ascending; empty unless the unit is working days. */
  skipped: SkippedDay[];
  /** True when the month had no such day and its last day was taken. */
  clampedToMonthEnd: boolean;
};

const ELAPSED_MS = { minutes: 60_000, hours: 3_600_000 } as const;

/**
 * The last instant at which an act is still in time, in epoch milliseconds.
 *
 * Minutes and hours are time elapsed, through nights, weekends and changes of the clock: limits of
 * 36 or 48 hours (LM art. 68; TVPRA s. 235(a)(4)) are exactly that long. Days and months run on
 * dates: the day on which the clock starts is not counted, every counted day is had in full, and
 * the deadline ends with the last second of the last day in the zone. A notice handed over at
 * 16:00 therefore never leaves less time than the rule grants (LM art. 111: 15 working days; LFPA
 * art. 85: 15 days to appeal). That the start day is left out and the end is 23:59:59 is our
 * reading (PD) where a source states only the number. Months keep the day of the month, or take
 * the month's last day.
 *
 * Ending with the day favours whoever has to act. Where a length is the most a person may be held
 * (LM art. 111: 60 working days), it favours the authority by up to a day: put such limits one day
 * lower, or in hours, where the law is read strictly.
 *
 * Length 0 means immediately (LM arts. 69 IV, 112): due at the start itself. Throws RangeError for
 * a length that is no whole number from 0, and CalendarRangeError (working days only) where the
 * calendar's data ends.
 */
export function dueAt(input: Length & Place & { startAt: number }): number {
  return fromAnchor(input, input.startAt, 1);
}

/**
 * The latest instant that still leaves the whole length before an anchor such as a planned
 * departure ("72 hours before", "5 working days before", PD in the protocols).
 *
 * Hours are exact. Days are counted back from the anchor's local day, which is not counted; the
 * act is in time until the last second of the n-th day before it. Working days of a different
 * country than the anchor's may be counted by passing that country's calendar. Length 0 gives the
 * anchor. The result may lie in the past when the anchor is near. Errors as for `dueAt`.
 */
export function beforeAt(input: Length & Place & { anchorAt: number }): number {
  return fromAnchor(input, input.anchorAt, -1);
}

/** What was counted to reach `dueAt` of the same input. Errors as for `dueAt`. */
export function explainDue(input: Length & Place & { startAt: number }): DueExplanation {
  return explain(input, input.startAt, dueAt(input), 'forward');
}

/** What was counted back to reach `beforeAt` of the same input. Errors as for `dueAt`. */
export function explainBefore(input: Length & Place & { anchorAt: number }): DueExplanation {
  return explain(input, input.anchorAt, beforeAt(input), 'backward');
}

function fromAnchor(input: Length & Place, at: number, direction: 1 | -1): number {
  const { length, unit, calendar, timeZone = calendar.timeZone } = input;
  if (!Number.isSafeInteger(length) || length < 0) throw new RangeError(`Not a length: ${length}`);
  if (length === 0) return at;
  if (unit === 'minutes' || unit === 'hours') return at + direction * length * ELAPSED_MS[unit];
  const date = localDate(at, timeZone);
  switch (unit) {
    case 'calendar-days':
      return endOfDay(addDays(date, direction * length), timeZone);
    case 'months':
      return endOfDay(addMonths(date, direction * length), timeZone);
    case 'working-days': {
      const count = direction === 1 ? addWorkingDays : subtractWorkingDays;
      return endOfDay(count(calendar, date, length), timeZone);
    }
  }
}

function explain(
  input: Length & Place,
  fromAt: number,
  due: number,
  direction: DueExplanation['direction'],
): DueExplanation {
  const { length, unit, calendar, timeZone = calendar.timeZone } = input;
  const fromOn = localDate(fromAt, timeZone);
  const dueOn = localDate(due, timeZone);
  const [earlier, later] = direction === 'forward' ? [fromOn, dueOn] : [dueOn, addDays(fromOn, -1)];
  return {
    unit,
    length,
    fromAt,
    fromOn,
    direction,
    dueAt: due,
    dueOn,
    timeZone,
    calendarId: calendar.id,
    skipped: unit === 'working-days' && length > 0 ? skippedDays(calendar, earlier, later) : [],
    clampedToMonthEnd: unit === 'months' && length > 0 && fromOn.slice(8) !== dueOn.slice(8),
  };
}
