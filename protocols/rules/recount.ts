import type { Calendar } from './calendar.js';
import { addDays } from './dates.js';
import { addWorkingDays, countWorkingDays } from './working-days.js';
import { endOfDay, localDate } from './zone.js';

/**
 * The due instant of a deadline in working days after the calendar changed at `at` (for a clock that stands still: when
 * it was stopped). What has passed stays counted as it was; from the day of the change on, that day included, as many
 * working days are left as before. So a new day off moves the deadline by a working day, and nobody loses time that was
 * granted. The day on which the clock started is never counted.
 */
export function recountDue(input: {
  readonly startAt: number;
  readonly dueAt: number;
  readonly at: number;
  readonly before: Calendar;
  readonly after: Calendar;
  readonly timeZone: string;
}): number {
  const { startAt, dueAt, at, before, after, timeZone } = input;
  if (at > dueAt) return dueAt;
  const startOn = localDate(startAt, timeZone);
  const todayOn = localDate(at, timeZone);
  const from = startOn < todayOn ? addDays(todayOn, -1) : startOn;
  const left = countWorkingDays(before, from, localDate(dueAt, timeZone));
  if (left === 0) return dueAt;
  return endOfDay(addWorkingDays(after, from, left), timeZone);
}
