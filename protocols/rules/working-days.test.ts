import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars, getCalendar } from './calendars/index.js';
import { dateOf, dayNumber } from './dates.js';
import {
  addWorkingDays,
  CalendarRangeError,
  countWorkingDays,
  isWorkingDay,
  skippedDays,
  subtractWorkingDays,
} from './working-days.js';

const honduras = getCalendar('HN');
const anyCalendar = fc.constantFrom(...calendars);
const anyDate = fc
  .integer({ min: dayNumber('2024-06-01'), max: dayNumber('2036-01-01') })
  .map(dateOf);
const anyCount = fc.integer({ min: 0, max: 90 });

describe('working days', () => {
  it('skips weekend and Holy Week', () => {
    expect(addWorkingDays(honduras, '2026-04-01', 1)).toBe('2026-04-06');
    expect(skippedDays(honduras, '2026-04-01', '2026-04-06')).toEqual([
      { date: '2026-04-02', reason: 'holiday' },
      { date: '2026-04-03', reason: 'holiday' },
      { date: '2026-04-04', reason: 'weekend' },
      { date: '2026-04-05', reason: 'weekend' },
    ]);
    expect(subtractWorkingDays(honduras, '2026-04-06', 1)).toBe('2026-04-01');
  });

  it('counts nothing backwards', () => {
    expect(countWorkingDays(honduras, '2026-04-06', '2026-04-06')).toBe(0);
    expect(countWorkingDays(honduras, '2026-04-06', '2026-04-01')).toBe(0);
  });

  it('respects another weekend', () => {
    const fridays = { ...honduras, id: 'fri', weekend: [5] };
    expect(isWorkingDay(fridays, '2026-04-10')).toBe(false);
    expect(isWorkingDay(fridays, '2026-04-11')).toBe(true);
  });

  it('does not guess outside its range', () => {
    expect(() => isWorkingDay(honduras, '2037-01-01')).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(honduras, '2036-12-31', 1)).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(honduras, '2023-12-31', 1)).toThrow(CalendarRangeError);
    expect(() => subtractWorkingDays(honduras, '2024-01-02', 2)).toThrow(CalendarRangeError);
    expect(() => skippedDays(honduras, '2036-12-30', '2037-01-02')).toThrow(CalendarRangeError);
    expect(addWorkingDays(honduras, '2036-12-30', 1)).toBe('2036-12-31');
  });

  it('refuses fractions and negative counts', () => {
    for (const n of [-1, 0.5, Number.NaN]) {
      expect(() => addWorkingDays(honduras, '2026-04-01', n)).toThrow(RangeError);
    }
  });

  it('counts what it added', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, anyCount, (calendar, date, n) => {
        const end = addWorkingDays(calendar, date, n);
        expect(countWorkingDays(calendar, date, end)).toBe(n);
        if (n > 0) expect(isWorkingDay(calendar, end)).toBe(true);
        const passed = dayNumber(end) - dayNumber(date);
        expect(skippedDays(calendar, date, end)).toHaveLength(passed - n);
      }),
    );
  });

  it('subtracts what it added, from a working day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, anyCount, (calendar, date, n) => {
        fc.pre(isWorkingDay(calendar, date));
        expect(subtractWorkingDays(calendar, addWorkingDays(calendar, date, n), n)).toBe(date);
      }),
    );
  });
});
