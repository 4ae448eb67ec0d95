import type { Length, Unit } from '../../language/deadline.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bounds of one unit, whatever the calendar: an hour of clock change, a week of holidays after each working day. */
const SHORTEST: Record<Unit, number> = {
  minutes: MINUTE,
  hours: HOUR,
  'calendar-days': DAY - HOUR,
  'working-days': DAY - HOUR,
  months: 28 * DAY - HOUR,
};
const LONGEST: Record<Unit, number> = {
  minutes: MINUTE,
  hours: HOUR,
  'calendar-days': DAY + HOUR,
  'working-days': 8 * DAY,
  months: 31 * DAY + HOUR,
};

/** The least time a length can be, in milliseconds. */
export function shortestMs({ length, unit }: Length): number {
  return length * SHORTEST[unit];
}

/** The most time a length can be, in milliseconds; a deadline in days ends with the day, hence one more. */
export function longestMs({ length, unit }: Length): number {
  const rest = length > 0 && unit !== 'hours' && unit !== 'minutes' ? DAY : 0;
  return length * LONGEST[unit] + rest;
}

/** Whether the first is certainly no longer than the second: by number in the same unit, else by these bounds. */
export function isWithin(length: Length, ceiling: Length): boolean {
  if (length.unit === ceiling.unit) return length.length <= ceiling.length;
  return longestMs(length) <= shortestMs(ceiling);
}
