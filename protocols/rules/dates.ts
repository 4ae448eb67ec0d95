const DAY_MS = 86_400_000;
const DATE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01 of a calendar date 'YYYY-MM-DD', free of any zone.
 * Throws RangeError on a text that is no existing date ('2025-02-30').
 */
export function dayNumber(date: string): number {
  const parts = DATE.exec(date);
  if (!parts) throw new RangeError(`Not a date: ${date}`);
  const month = Number(parts[2]) - 1;
  const at = Date.UTC(Number(parts[1]), month, Number(parts[3]));
  // A day the month lacks has been carried over into the next month.
  if (new Date(at).getUTCMonth() !== month) throw new RangeError(`Not a date: ${date}`);
  return at / DAY_MS;
}

/** Whether a text is an existing date of the last century or this one; anything else is a slip of the pen. */
export function isDate(text: string): boolean {
  try {
    dayNumber(text);
  } catch {
    return false;
  }
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year < 2100;
}

/** The date 'YYYY-MM-DD' of a day number; the inverse of `dayNumber`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a day number: 1 = Monday … 7 = Sunday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The date `days` calendar days after (or, when negative, before) a date. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/**
 * The same day of the month `months` later (or earlier, when negative). A day the month lacks
 * becomes its last day: 31 January plus one month is 28 or 29 February.
 */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return dateOf(at / DAY_MS);
}
