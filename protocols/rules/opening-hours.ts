import type { Hours, Period } from '../language/hours.js';
import type { Calendar } from './calendar.js';
import { dayNumber, isoWeekday } from './dates.js';
import { isHoliday } from './working-days.js';
import { localDate, localTime } from './zone.js';

/** Local date and time of day at a place, and whether it is open there. */
export interface Opening {
  readonly open: boolean;
  readonly on: string;
  readonly time: string;
}

/**
 * Whether an instant lies in opening hours, by the clock on the wall of the place. A public holiday of any of the
 * calendars is judged as `holiday` only, so hours that name no holiday are closed then. On a day on which the clocks
 * change, an hour shown twice is open twice and an hour that is jumped over is never shown.
 * Throws CalendarRangeError where a calendar says nothing about the date: closed or open would be a guess.
 */
export function openingAt(input: {
  readonly hours: readonly Hours[];
  readonly timeZone: string;
  readonly calendars: readonly Calendar[];
  readonly at: number;
}): Opening {
  const { hours, timeZone, calendars, at } = input;
  const on = localDate(at, timeZone);
  const time = localTime(at, timeZone);
  const holiday = calendars.some((calendar) => isHoliday(calendar, on));
  const day = holiday ? 'holiday' : (isoWeekday(dayNumber(on)) as Hours['days'][number]);
  const open = hours.some(
    ({ days, from, until }) => days.includes(day) && time >= from && time < until,
  );
  return { open, on, time };
}

/** Whether a local date lies in a period, both ends inside. */
export function isWithinPeriod({ from, until }: Partial<Period>, on: string): boolean {
  return (from === undefined || from <= on) && (until === undefined || on <= until);
}
