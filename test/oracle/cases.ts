import type { Unit } from '../../protocols/language/deadline.js';
import { calendars, getCalendar } from '../../protocols/rules/calendars/index.js';
import { beforeAt, dueAt } from '../../protocols/rules/deadline.js';
import { resumeDue } from '../../protocols/rules/pause.js';
import { CalendarRangeError } from '../../protocols/rules/working-days.js';
import { instantOf } from '../../protocols/rules/zone.js';

type Where = { country: string; zone: string };
type Counted = Where & { ask: 'due' | 'before'; unit: Unit; length: number; at: number };
type Resumed = Where & { ask: 'resume'; unit: Unit; due: number; paused: number; resumed: number };
type Shown = Where & { ask: 'instant'; date: string; time: string };

/** One question put to both implementations. */
export type Case = Counted | Resumed | Shown;

const ZONES: Record<string, string[]> = {
  CA: [
    'Toronto',
    'St_Johns',
    'Halifax',
    'Winnipeg',
    'Regina',
    'Edmonton',
    'Vancouver',
    'Whitehorse',
  ],
  MX: ['Mexico_City', 'Tijuana', 'Ciudad_Juarez', 'Ojinaga', 'Matamoros', 'Hermosillo', 'Cancun'],
  US: [
    'New_York',
    'Chicago',
    'Denver',
    'Phoenix',
    'Los_Angeles',
    'Anchorage',
    'Adak',
    'Puerto_Rico',
  ],
};
// Off the region, for clocks that change at midnight, by half an hour, or by day.
const ODD_ZONES = ['America/Santiago', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Cairo'];
const UNITS: Unit[] = ['minutes', 'hours', 'calendar-days', 'working-days', 'months'];
const LONGEST: Record<Unit, number> = {
  minutes: 5_000,
  hours: 200,
  'calendar-days': 200,
  'working-days': 90,
  months: 14,
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The same endless row of cases for the same seed. */
export function* makeCases(seed: number): Generator<Case> {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  for (;;) {
    const calendar = pick(calendars);
    const { country } = calendar;
    const places = ZONES[country]?.map((place) => `America/${place}`) ?? [calendar.timeZone];
    const zone = random() < 0.05 ? pick(ODD_ZONES) : pick(places);
    const unit = pick(UNITS);
    const length = random() < 0.02 ? 0 : 1 + below(LONGEST[unit]);
    const at = anyInstant(random);
    const share = random();
    if (share < 0.5) yield { ask: 'due', country, zone, unit, length, at };
    else if (share < 0.65) yield { ask: 'before', country, zone, unit, length, at };
    else if (share < 0.9) {
      const due = askRules({ ask: 'due', country, zone, unit, length, at });
      if (due === 'range') continue;
      const paused = at + Math.floor((due - at + HOUR) * random());
      const resumed = paused + Math.floor(random() ** 3 * 300 * DAY);
      yield { ask: 'resume', country, zone, unit, due, paused, resumed };
    } else {
      const text = new Date(at).toISOString();
      yield { ask: 'instant', country, zone, date: text.slice(0, 10), time: text.slice(11, 19) };
    }
  }
}

/** What protocols/rules answers; 'range' stands for CalendarRangeError. */
export function askRules(one: Case): number | 'range' {
  const timeZone = one.zone;
  const calendar = getCalendar(one.country);
  try {
    switch (one.ask) {
      case 'due':
        return dueAt({ ...one, startAt: one.at, calendar, timeZone });
      case 'before':
        return beforeAt({ ...one, anchorAt: one.at, calendar, timeZone });
      case 'resume': {
        const { unit, due, paused, resumed } = one;
        const instants = { dueAt: due, pausedAt: paused, resumedAt: resumed };
        return resumeDue({ unit, ...instants, calendar, timeZone });
      }
      case 'instant':
        return instantOf(one.date, one.time, timeZone);
    }
  } catch (error) {
    if (error instanceof CalendarRangeError) return 'range';
    throw error;
  }
}

/** Anywhere in the calendars' years, but often close to midnight, month ends and clock changes. */
function anyInstant(random: () => number): number {
  const at =
    Date.UTC(2024, 0, 1) + Math.floor(random() * (Date.UTC(2037, 0, 1) - Date.UTC(2024, 0)));
  const kind = random();
  const near = Math.floor((random() - 0.5) * 8 * HOUR);
  const year = new Date(at).getUTCFullYear();
  if (kind < 0.3) return at;
  if (kind < 0.55) return Math.floor(at / DAY) * DAY + 6 * HOUR + near;
  if (kind < 0.7) return Date.UTC(year, new Date(at).getUTCMonth() + 1, 1, 6) + near;
  const [month, nth] = random() < 0.5 ? [2, 2] : [10, 1];
  const first = new Date(Date.UTC(year, month as number, 1)).getUTCDay();
  const sunday = 1 + ((7 - first) % 7) + ((nth as number) - 1) * 7;
  return Date.UTC(year, month as number, sunday, random() < 0.5 ? 2 : 8) + near;
}

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
