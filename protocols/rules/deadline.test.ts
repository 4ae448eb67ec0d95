import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../language/deadline.js';
import { calendars, getCalendar } from './calendars/index.js';
import { dayNumber } from './dates.js';
import { beforeAt, dueAt, explainBefore, explainDue } from './deadline.js';
import { addWorkingDays, CalendarRangeError } from './working-days.js';
import { instantOf, localDate, localTime } from './zone.js';

const DAY = 86_400_000;
const mexico = getCalendar('MX');
const unitedStates = getCalendar('US');
const CITY = mexico.timeZone;
const on = (date: string, time: string, zone = CITY) => instantOf(date, time, zone);
const dayUnits: Unit[] = ['calendar-days', 'working-days', 'months'];
const anyUnit = fc.constantFrom<Unit>('minutes', 'hours', ...dayUnits);
const anyStart = fc
  .integer({ min: Date.UTC(2024, 5, 1) / 1000, max: Date.UTC(2033, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);
const anyInput = fc.record({
  calendar: fc.constantFrom(...calendars),
  unit: anyUnit,
  length: fc.integer({ min: 1, max: 36 }),
  startAt: anyStart,
});

describe('dueAt', () => {
  it('counts hours through weekend and change of the clock', () => {
    const startAt = on('2026-03-07', '12:00', 'America/New_York');
    const hours = dueAt({ length: 72, unit: 'hours', startAt, calendar: unitedStates });
    expect(hours - startAt).toBe(3 * DAY);
    expect(localTime(hours, 'America/New_York')).toBe('13:00:00');
    const days = dueAt({ length: 3, unit: 'calendar-days', startAt, calendar: unitedStates });
    expect(days).toBe(on('2026-03-10', '23:59:59', 'America/New_York'));
  });

  it('gives 15 working days in Mexico their holidays', () => {
    const startAt = on('2026-03-02', '16:00');
    const due = dueAt({ length: 15, unit: 'working-days', startAt, calendar: mexico });
    expect(due).toBe(on('2026-03-24', '23:59:59'));
  });

  it('starts after a weekend start', () => {
    const startAt = on('2026-03-07', '09:00');
    const due = dueAt({ length: 1, unit: 'working-days', startAt, calendar: mexico });
    expect(due).toBe(on('2026-03-09', '23:59:59'));
  });

  it('clamps months to the end of the month', () => {
    const startAt = on('2026-08-31', '10:00');
    const due = dueAt({ length: 6, unit: 'months', startAt, calendar: mexico });
    expect(due).toBe(on('2027-02-28', '23:59:59'));
  });

  it('uses the zone of the institution', () => {
    const startAt = on('2026-03-02', '23:30', 'America/Tijuana');
    const input = { length: 1, unit: 'calendar-days' as const, startAt, calendar: mexico };
    expect(dueAt({ ...input, timeZone: 'America/Tijuana' })).toBe(
      on('2026-03-03', '23:59:59', 'America/Tijuana'),
    );
    expect(dueAt(input)).toBe(on('2026-03-04', '23:59:59'));
  });

  it('is due at the start when the length is 0', () => {
    for (const unit of dayUnits) {
      expect(dueAt({ length: 0, unit, startAt: 12_345, calendar: mexico })).toBe(12_345);
    }
  });

  it('refuses a length that is none', () => {
    for (const length of [-1, 1.5, Number.NaN]) {
      expect(() => dueAt({ length, unit: 'hours', startAt: 0, calendar: mexico })).toThrow(
        RangeError,
      );
    }
  });

  it('needs the calendar for working days only', () => {
    const startAt = on('2036-12-20', '10:00');
    const input = { length: 20, startAt, calendar: mexico };
    expect(() => dueAt({ ...input, unit: 'working-days' })).toThrow(CalendarRangeError);
    expect(dueAt({ ...input, unit: 'calendar-days' })).toBe(on('2037-01-09', '23:59:59'));
  });

  it('never leaves fewer whole days than the rule', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const due = dueAt(input);
        const zone = input.calendar.timeZone;
        const passed = dayNumber(localDate(due, zone)) - dayNumber(localDate(input.startAt, zone));
        if (dayUnits.includes(input.unit)) {
          expect(localTime(due, zone)).toBe('23:59:59');
          expect(passed).toBeGreaterThanOrEqual(input.length);
        } else {
          const unitMs = input.unit === 'hours' ? 3_600_000 : 60_000;
          expect(due - input.startAt).toBe(input.length * unitMs);
        }
      }),
    );
  });

  it('is never earlier for a longer length or a later start', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 5 * DAY }), (input, later) => {
        const due = dueAt(input);
        expect(dueAt({ ...input, length: input.length + 1 })).toBeGreaterThan(due);
        expect(dueAt({ ...input, startAt: input.startAt + later })).toBeGreaterThanOrEqual(due);
      }),
    );
  });
});

describe('beforeAt', () => {
  const anchorAt = on('2026-04-06', '14:00');

  it('counts back hours exactly and days by date', () => {
    expect(beforeAt({ length: 72, unit: 'hours', anchorAt, calendar: mexico })).toBe(
      anchorAt - 3 * DAY,
    );
    expect(beforeAt({ length: 3, unit: 'calendar-days', anchorAt, calendar: mexico })).toBe(
      on('2026-04-03', '23:59:59'),
    );
    expect(beforeAt({ length: 5, unit: 'working-days', anchorAt, calendar: mexico })).toBe(
      on('2026-03-30', '23:59:59'),
    );
    expect(beforeAt({ length: 1, unit: 'months', anchorAt, calendar: mexico })).toBe(
      on('2026-03-06', '23:59:59'),
    );
  });

  it('is the anchor itself when the length is 0', () => {
    expect(beforeAt({ length: 0, unit: 'working-days', anchorAt, calendar: mexico })).toBe(
      anchorAt,
    );
  });

  it('leaves the whole length: counted forward again it does not pass the anchor day', () => {
    fc.assert(
      fc.property(anyInput, ({ startAt, ...input }) => {
        const at = beforeAt({ ...input, anchorAt: startAt });
        expect(at).toBeLessThan(startAt);
        const forward = dueAt({ ...input, startAt: at });
        const zone = input.calendar.timeZone;
        const anchorOn = localDate(startAt, zone);
        const limit =
          input.unit === 'working-days' ? addWorkingDays(input.calendar, anchorOn, 1) : anchorOn;
        expect(localDate(forward, zone) <= limit).toBe(true);
      }),
    );
  });
});

describe('explanations', () => {
  it('lists what was passed over', () => {
    const startAt = on('2026-03-12', '16:00');
    const input = { length: 2, unit: 'working-days' as const, startAt, calendar: mexico };
    expect(explainDue(input)).toEqual({
      unit: 'working-days',
      length: 2,
      fromAt: startAt,
      fromOn: '2026-03-12',
      direction: 'forward',
      dueAt: on('2026-03-17', '23:59:59'),
      dueOn: '2026-03-17',
      timeZone: CITY,
      calendarId: 'mx',
      skipped: [
        { date: '2026-03-14', reason: 'weekend' },
        { date: '2026-03-15', reason: 'weekend' },
        { date: '2026-03-16', reason: 'holiday' },
      ],
      clampedToMonthEnd: false,
    });
  });

  it('says that a month was too short', () => {
    const input = { unit: 'months' as const, startAt: on('2026-01-31', '10:00'), calendar: mexico };
    expect(explainDue({ ...input, length: 1 }).clampedToMonthEnd).toBe(true);
    expect(explainDue({ ...input, length: 2 }).clampedToMonthEnd).toBe(false);
  });

  it('lists days passed over on the way back', () => {
    const anchorAt = on('2026-03-17', '08:00');
    const told = explainBefore({ length: 1, unit: 'working-days', anchorAt, calendar: mexico });
    expect(told.dueOn).toBe('2026-03-13');
    expect(told.skipped.map((day) => day.date)).toEqual(['2026-03-14', '2026-03-15', '2026-03-16']);
  });

  it('adds up: days between are the days counted and the days skipped', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const told = explainDue({ ...input, unit: 'working-days' });
        const passed = dayNumber(told.dueOn) - dayNumber(told.fromOn);
        expect(passed).toBe(told.length + told.skipped.length);
      }),
    );
  });
});
