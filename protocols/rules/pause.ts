import type { Unit } from '../language/deadline.js';
import { addDays, dayNumber } from './dates.js';
import type { Place } from './deadline.js';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.js';
import { endOfDay, localDate } from './zone.js';

/**
 * The due instant after a pause [pausedAt, resumedAt): a request for information, a pending remedy,
 * force majeure, a medical hold.
 *
 * Minutes and hours: as much later as the pause was long. Days and months: the whole days that were
 * left after the day of the pause are counted again after the day of resumption; if less of the day
 * of resumption is left than was left of the day of the pause, one more day is given. Resuming thus
 * never leaves less time than was left at the pause: elapsed time for minutes, hours, calendar days
 * and months; working days and the rest of the current working day for working days. (Whole days
 * rather than a moved time of day: PD, so that a deadline in days always ends with a day.)
 *
 * A clock that had run out before the pause stays as it was. Throws RangeError when `resumedAt` is
 * earlier than `pausedAt`, CalendarRangeError where the calendar's data ends. For deadlines that
 * run back from a planned date a pause means nothing: they follow the date.
 */
export function resumeDue(
  input: { unit: Unit; dueAt: number; pausedAt: number; resumedAt: number } & Place,
): number {
  const { unit, dueAt, pausedAt, resumedAt } = input;
  if (resumedAt < pausedAt) throw new RangeError('A clock cannot resume before it was paused');
  if (pausedAt >= dueAt || resumedAt === pausedAt) return dueAt;
  if (unit === 'minutes' || unit === 'hours') return dueAt + (resumedAt - pausedAt);
  return unit === 'working-days' ? resumeWorkingDays(input) : resumeCalendarDays(input);
}

type Pause = { dueAt: number; pausedAt: number; resumedAt: number } & Place;

function resumeCalendarDays(pause: Pause): number {
  const { dueAt, pausedAt, resumedAt, calendar, timeZone = calendar.timeZone } = pause;
  const pausedOn = dayNumber(localDate(pausedAt, timeZone));
  const resumedOn = localDate(resumedAt, timeZone);
  let days = dayNumber(localDate(dueAt, timeZone)) - pausedOn;
  let resumed = endOfDay(addDays(resumedOn, days), timeZone);
  while (resumed - resumedAt < dueAt - pausedAt) {
    days += 1;
    resumed = endOfDay(addDays(resumedOn, days), timeZone);
  }
  return resumed;
}

function resumeWorkingDays(pause: Pause): number {
  const { dueAt, pausedAt, resumedAt, calendar, timeZone = calendar.timeZone } = pause;
  const pausedOn = localDate(pausedAt, timeZone);
  const resumedOn = localDate(resumedAt, timeZone);
  const dueOn = localDate(dueAt, timeZone);
  const leftOfDay = (at: number, date: string) =>
    isWorkingDay(calendar, date) || date === dueOn ? endOfDay(date, timeZone) - at : 0;
  const wholeDays = countWorkingDays(calendar, pausedOn, dueOn);
  const isShort = leftOfDay(resumedAt, resumedOn) < leftOfDay(pausedAt, pausedOn);
  return endOfDay(addWorkingDays(calendar, resumedOn, wholeDays + (isShort ? 1 : 0)), timeZone);
}
