import { dayNumber } from './dates.js';

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
const MAX_CACHED_DAYS = 40_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** The offset in force at the start of a UTC day, and the one change that day may bring. */
type DayOffset = { before: number; after: number; changeAt: number };
type Zone = { formatter: Intl.DateTimeFormat; days: Map<number, DayOffset> };

const zones = new Map<string, Zone>();

/**
 * Local minus universal time in milliseconds at an instant: -21,600,000 for Honduras.
 * Throws RangeError for a zone the platform does not know.
 */
export function offsetAt(at: number, timeZone: string): number {
  const zone = getZone(timeZone);
  const day = Math.floor(at / DAY_MS);
  let known = zone.days.get(day);
  if (!known) {
    known = dayOffset(zone.formatter, day);
    if (zone.days.size >= MAX_CACHED_DAYS) zone.days.clear();
    zone.days.set(day, known);
  }
  return at < known.changeAt ? known.before : known.after;
}

/** Local date 'YYYY-MM-DD' of an instant (epoch milliseconds) in an IANA zone. */
export function localDate(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10);
}

/** Local time of day 'HH:MM:SS' of an instant in an IANA zone. */
export function localTime(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(11, 19);
}

/**
 * The instant at which clocks of a zone show a date and time ('HH:MM' or 'HH:MM:SS'). A time the
 * clocks jump over gives the first instant after the jump; a time they show twice, the earlier one.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const shown = shownAt(date, time, timeZone);
  return shown[0] ?? firstAfterGap(date, time, timeZone);
}

/**
 * The last whole second of a local day. Unlike `instantOf` it takes the later of two 23:59:59, so
 * that a day on which the clocks go back over midnight is not cut short.
 */
export function endOfDay(date: string, timeZone: string): number {
  const time = '23:59:59';
  const shown = shownAt(date, time, timeZone);
  return shown[shown.length - 1] ?? firstAfterGap(date, time, timeZone);
}

/** Every instant, ascending, at which the clocks show this date and time: none, one or two. */
function shownAt(date: string, time: string, timeZone: string): number[] {
  const wall = wallMs(date, time);
  const early = wall - offsetAt(wall - DAY_MS, timeZone);
  const late = wall - offsetAt(wall + DAY_MS, timeZone);
  const candidates = early === late ? [early] : [Math.min(early, late), Math.max(early, late)];
  return candidates.filter((at) => at + offsetAt(at, timeZone) === wall);
}

function firstAfterGap(date: string, time: string, timeZone: string): number {
  const wall = wallMs(date, time);
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  return firstChange(wall - after, wall - before, (at) => offsetAt(at, timeZone));
}

function wallMs(date: string, time: string): number {
  const parts = TIME.exec(time);
  if (!parts) throw new RangeError(`Not a time of day: ${time}`);
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return dayNumber(date) * DAY_MS + seconds * SECOND_MS;
}

function getZone(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { formatter, days: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

// Asking Intl costs microseconds, so each zone is asked twice per day ever used and then
// remembered.
function dayOffset(formatter: Intl.DateTimeFormat, day: number): DayOffset {
  const startAt = day * DAY_MS;
  const ask = (at: number) => askOffset(formatter, at);
  const before = ask(startAt);
  const after = ask(startAt + DAY_MS);
  if (before === after) return { before, after, changeAt: startAt };
  return { before, after, changeAt: firstChange(startAt, startAt + DAY_MS, ask) };
}

/** First whole second in (fromAt, toAt] whose offset differs from the one at `fromAt`. */
function firstChange(fromAt: number, toAt: number, ask: (at: number) => number): number {
  const before = ask(fromAt);
  let low = fromAt;
  let high = toAt;
  while (high - low > SECOND_MS) {
    const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
    if (ask(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function askOffset(formatter: Intl.DateTimeFormat, at: number): number {
  const [month, day, year, hour, minute, second] = (formatter.format(at).match(/\d+/g) ?? []).map(
    Number,
  ) as [number, number, number, number, number, number];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(at / SECOND_MS) * SECOND_MS;
}
