import type { Calendar } from './calendar.js';
import { dateOf, dayNumber, isoWeekday } from './dates.js';

/** A date that does not count as a working day, and why. A holiday on a weekend is a weekend. */
export type SkippedDay = { date: string; reason: 'weekend' | 'holiday' };

/** The calendar says nothing about this date; a wrong guess would be a wrong legal deadline. */
export class CalendarRangeError extends Error {
  override readonly name = 'CalendarRangeError';
  constructor(
    readonly calendarId: string,
    readonly date: string,
    range: { from: string; until: string },
  ) {
    super(`Calendar ${calendarId} covers ${range.from} to ${range.until}, not ${date}`);
  }
}

type Lookup = {
  holidays: Set<number>;
  workingDays: Set<number>;
  weekend: Set<number>;
  from: number;
  until: number;
};
const lookups = new WeakMap<Calendar, Lookup>();

/** Whether people work on a date. Throws CalendarRangeError outside the calendar's range. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return reasonOff(calendar, dayNumber(date)) === undefined;
}

/** Whether a date is a public holiday, on a weekend too. Throws CalendarRangeError outside the calendar's range. */
export function isHoliday(calendar: Calendar, date: string): boolean {
  const day = dayNumber(date);
  reasonOff(calendar, day);
  return getLookup(calendar).holidays.has(day);
}

/**
 * The n-th working day after a date, the date itself not counted; n = 0 gives the date itself.
 * Throws CalendarRangeError when a date that has to be judged lies outside the calendar's range.
 */
export function addWorkingDays(calendar: Calendar, date: string, n: number): string {
  return step(calendar, date, n, 1);
}

/** The n-th working day before a date, the date not counted; otherwise as `addWorkingDays`. */
export function subtractWorkingDays(calendar: Calendar, date: string, n: number): string {
  return step(calendar, date, n, -1);
}

/**
 * How many working days lie after `afterDate` up to and including `untilDate`; 0 when `untilDate`
 * is not later. So `countWorkingDays(c, d, addWorkingDays(c, d, n))` is n.
 */
export function countWorkingDays(calendar: Calendar, afterDate: string, untilDate: string): number {
  let count = 0;
  eachDay(calendar, afterDate, untilDate, (_day, reason) => {
    if (reason === undefined) count += 1;
  });
  return count;
}

/** The days after `afterDate` up to and including `untilDate` that do not count, and why. */
export function skippedDays(
  calendar: Calendar,
  afterDate: string,
  untilDate: string,
): SkippedDay[] {
  const skipped: SkippedDay[] = [];
  eachDay(calendar, afterDate, untilDate, (day, reason) => {
    if (reason !== undefined) skipped.push({ date: dateOf(day), reason });
  });
  return skipped;
}

function step(calendar: Calendar, date: string, n: number, direction: 1 | -1): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`);
  let day = dayNumber(date);
  reasonOff(calendar, day);
  for (let left = n; left > 0; ) {
    day += direction;
    if (reasonOff(calendar, day) === undefined) left -= 1;
  }
  return dateOf(day);
}

function eachDay(
  calendar: Calendar,
  afterDate: string,
  untilDate: string,
  visit: (day: number, reason: SkippedDay['reason'] | undefined) => void,
): void {
  const last = dayNumber(untilDate);
  const first = dayNumber(afterDate);
  reasonOff(calendar, first);
  for (let day = first + 1; day <= last; day += 1) visit(day, reasonOff(calendar, day));
}

function reasonOff(calendar: Calendar, day: number): SkippedDay['reason'] | undefined {
  const lookup = getLookup(calendar);
  if (day < lookup.from || day > lookup.until) {
    throw new CalendarRangeError(calendar.id, dateOf(day), calendar);
  }
  if (lookup.weekend.has(isoWeekday(day)) && !lookup.workingDays.has(day)) return 'weekend';
  return lookup.holidays.has(day) ? 'holiday' : undefined;
}

function getLookup(calendar: Calendar): Lookup {
  let lookup = lookups.get(calendar);
  if (!lookup) {
    lookup = {
      holidays: new Set(calendar.holidays.map(dayNumber)),
      workingDays: new Set((calendar.workingDays ?? []).map(dayNumber)),
      weekend: new Set(calendar.weekend),
      from: dayNumber(calendar.from),
      until: dayNumber(calendar.until),
    };
    lookups.set(calendar, lookup);
  }
  return lookup;
}
