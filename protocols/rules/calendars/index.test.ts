import { describe, expect, it } from 'vitest';
import { dayNumber } from '../dates.js';
import { isWorkingDay } from '../working-days.js';
import { localDate } from '../zone.js';
import { calendars, findCalendar, getCalendar } from './index.js';

const COUNTRIES = ['BZ', 'CA', 'CR', 'DO', 'SV', 'GT', 'HN', 'MX', 'NI', 'PA', 'US'];
// Western Good Fridays from tables of the Church, not from the data set.
const GOOD_FRIDAYS = ['2024-03-29', '2025-04-18', '2026-04-03', '2027-03-26', '2036-04-11'];

describe('calendars', () => {
  it('has one for each member country', () => {
    expect(calendars.map((calendar) => calendar.country)).toEqual(COUNTRIES);
    expect(findCalendar('XX')).toBeUndefined();
    expect(() => getCalendar('hn')).toThrow(RangeError);
  });

  it.each(calendars)('$country: ordered, real, within range, in a known zone', (calendar) => {
    const { holidays, from, until } = calendar;
    for (const date of [...holidays, from, until]) dayNumber(date);
    expect([...new Set(holidays)].sort()).toEqual(holidays);
    expect(holidays.at(0)! >= from && holidays.at(-1)! <= until).toBe(true);
    expect(localDate(Date.UTC(2026, 0, 2, 12), calendar.timeZone)).toBe('2026-01-02');
    for (let year = 2024; year <= 2036; year += 1) {
      const inYear = holidays.filter((date) => date.startsWith(`${year}-`)).length;
      expect(inYear).toBeGreaterThanOrEqual(7);
      expect(inYear).toBeLessThanOrEqual(16);
    }
  });

  it('keeps Good Friday everywhere but in Mexico and the United States', () => {
    for (const calendar of calendars) {
      const works = calendar.country === 'MX' || calendar.country === 'US';
      for (const date of GOOD_FRIDAYS) expect(isWorkingDay(calendar, date)).toBe(works);
    }
  });

  it('knows days that moved', () => {
    expect(isWorkingDay(getCalendar('US'), '2026-07-03')).toBe(false);
    expect(isWorkingDay(getCalendar('DO'), '2024-11-04')).toBe(false);
    expect(isWorkingDay(getCalendar('DO'), '2025-11-10')).toBe(false);
    expect(isWorkingDay(getCalendar('HN'), '2025-10-01')).toBe(false);
    expect(isWorkingDay(getCalendar('HN'), '2025-10-21')).toBe(true);
    expect(isWorkingDay(getCalendar('GT'), '2024-07-01')).toBe(false);
    expect(isWorkingDay(getCalendar('CR'), '2025-12-01')).toBe(false);
  });
});
