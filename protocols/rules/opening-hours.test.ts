import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours, OpenDay } from '../language/hours.js';
import { getCalendar } from './calendars/index.js';
import { isWithinPeriod, openingAt } from './opening-hours.js';
import { CalendarRangeError } from './working-days.js';
import { instantOf } from './zone.js';

const source = { mark: 'proposal', ref: 'invented' } as const;
const hours = (days: readonly OpenDay[], from: string, until: string): Hours => ({
  days,
  from,
  until,
  source,
});

/** The ban of the protocol of 1999: not 18:00 to 08:00; Sundays and holidays only 08:00 to 12:00. */
const BORDER = {
  hours: [hours([1, 2, 3, 4, 5, 6], '08:00', '18:00'), hours([7, 'holiday'], '08:00', '12:00')],
  timeZone: 'America/Santo_Domingo',
  calendars: [getCalendar('DO')],
};
const at = (date: string, time: string) => instantOf(date, time, BORDER.timeZone);
const isOpen = (date: string, time: string) => openingAt({ ...BORDER, at: at(date, time) }).open;

describe('opening hours', () => {
  it.each([
    ['2026-12-01', '07:59:59', false],
    ['2026-12-01', '08:00:00', true],
    ['2026-12-01', '17:59:59', true],
    ['2026-12-01', '18:00:00', false],
    ['2026-12-01', '18:01:00', false],
    ['2026-12-01', '23:59:59', false],
    ['2026-12-05', '17:00:00', true], // Saturday
    ['2026-12-06', '11:59:59', true], // Sunday
    ['2026-12-06', '12:00:00', false],
    ['2026-12-25', '11:00:00', true], // Christmas, a Friday
    ['2026-12-25', '13:00:00', false],
  ])('on %s at %s the border is open: %s', (date, time, expected) => {
    expect(isOpen(date, time)).toBe(expected);
  });

  it('is closed on a holiday where no hours name holidays', () => {
    const weekdays = { ...BORDER, hours: [hours([1, 2, 3, 4, 5], '08:00', '17:00')] };
    expect(openingAt({ ...weekdays, at: at('2026-12-24', '10:00') }).open).toBe(true);
    expect(openingAt({ ...weekdays, at: at('2026-12-25', '10:00') }).open).toBe(false);
  });

  it('refuses to guess about a date no calendar speaks of', () => {
    expect(() => isOpen('2040-01-02', '10:00')).toThrow(CalendarRangeError);
  });

  it('knows both ends of a period, and one without an end', () => {
    const period = { from: '2026-01-01', until: '2026-01-31' };
    expect(isWithinPeriod(period, '2025-12-31')).toBe(false);
    expect(isWithinPeriod(period, '2026-01-01')).toBe(true);
    expect(isWithinPeriod(period, '2026-01-31')).toBe(true);
    expect(isWithinPeriod(period, '2026-02-01')).toBe(false);
    expect(isWithinPeriod({ from: '2026-01-01' }, '2099-01-01')).toBe(true);
  });
});

/** Zones of handover points, with and without changes of the clock, and one that changes at midnight. */
const ZONES = [
  'America/Tijuana',
  'America/Matamoros',
  'America/Ojinaga',
  'America/Port-au-Prince',
  'America/Santo_Domingo',
  'America/Phoenix',
  'America/Havana',
] as const;
const FIRST = Date.UTC(2024, 1, 1);
const LAST = Date.UTC(2036, 10, 30);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

/** What a clock on the wall shows, asked of the platform and not of our own arithmetic. */
function wall(instant: number, timeZone: string): { weekday: string; time: string; date: string } {
  const parts = formatOf(timeZone).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: of('weekday'),
    time: `${of('hour')}:${of('minute')}:${of('second')}`,
    date: `${of('year')}-${of('month')}-${of('day')}`,
  };
}

describe('opening hours through changes of the clock', () => {
  it('follow the clock on the wall of the point at every instant', () => {
    const calendar = getCalendar('DO');
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: FIRST, max: LAST }),
        (timeZone, instant) => {
          const found = openingAt({ ...BORDER, timeZone, at: instant });
          const shown = wall(instant, timeZone);
          expect(found).toMatchObject({ on: shown.date, time: shown.time });
          const free = shown.weekday.startsWith('Sun') || calendar.holidays.includes(shown.date);
          const until = free ? '12:00:00' : '18:00:00';
          expect(found.open).toBe(shown.time >= '08:00:00' && shown.time < until);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are never open at night on the days on which the clocks change', () => {
    const changes = [
      ['America/Tijuana', '2026-03-08'],
      ['America/Tijuana', '2026-11-01'],
      ['America/Port-au-Prince', '2026-03-08'],
      ['America/Port-au-Prince', '2026-11-01'],
      ['America/Ojinaga', '2026-03-08'],
    ] as const;
    for (const [timeZone, date] of changes) {
      const begin = instantOf(date, '00:00', timeZone);
      let open = 0;
      for (let minute = 0; minute < 25 * 60; minute += 5) {
        const instant = begin + minute * 60_000;
        const shown = wall(instant, timeZone);
        if (shown.date !== date) continue;
        const found = openingAt({ ...BORDER, timeZone, at: instant }).open;
        if (found) open += 1;
        if (shown.time < '08:00' || shown.time >= '18:00') expect(found).toBe(false);
      }
      // All five days are Sundays: four hours on the wall, however long the day was.
      expect(open).toBe((4 * 60) / 5);
    }
  });
});
