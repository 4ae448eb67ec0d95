import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, dayNumber, isoWeekday } from './dates.js';

const NOT_DATES = [
  '2025-02-30',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '0050-01-01',
  '2025-1-1',
  '',
];

describe('dates', () => {
  it('refuses what is no date', () => {
    for (const text of NOT_DATES) {
      expect(() => dayNumber(text)).toThrow(RangeError);
    }
  });

  it('knows weekdays', () => {
    expect(isoWeekday(dayNumber('1970-01-01'))).toBe(4);
    expect(isoWeekday(dayNumber('1969-12-28'))).toBe(7);
    expect(isoWeekday(dayNumber('2026-03-09'))).toBe(1);
  });

  it('turns days into numbers and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        expect(dayNumber(dateOf(day))).toBe(day);
      }),
    );
  });

  it('adds days over the end of a year', () => {
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('takes the last day of a month that lacks the day', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2025-05-15', -12)).toBe('2024-05-15');
  });
});
