import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, instantOf, localDate, localTime, offsetAt } from './zone.js';

const HOUR = 3_600_000;
const REGION = [
  'America/Belize',
  'America/Costa_Rica',
  'America/El_Salvador',
  'America/Guatemala',
  'America/Halifax',
  'America/Managua',
  'America/Mexico_City',
  'America/New_York',
  'America/Panama',
  'America/Santo_Domingo',
  'America/St_Johns',
  'America/Tegucigalpa',
  'America/Tijuana',
];
const zone = fc.constantFrom(...REGION);
const instant = fc.integer({
  min: Date.UTC(2024, 0, 1) / 1000,
  max: Date.UTC(2037, 0, 1) / 1000,
});

describe('zone', () => {
  it('reads local date and time', () => {
    const at = Date.UTC(2026, 0, 15, 3, 4, 5);
    expect(localDate(at, 'America/Tegucigalpa')).toBe('2026-01-14');
    expect(localTime(at, 'America/Tegucigalpa')).toBe('21:04:05');
    expect(localTime(at, 'America/St_Johns')).toBe('23:34:05');
  });

  it('gives the first instant after a gap', () => {
    const gapEnd = Date.UTC(2026, 2, 8, 7);
    expect(instantOf('2026-03-08', '02:00', 'America/New_York')).toBe(gapEnd);
    expect(instantOf('2026-03-08', '02:59:59', 'America/New_York')).toBe(gapEnd);
    expect(instantOf('2026-03-08', '03:00', 'America/New_York')).toBe(gapEnd);
    expect(instantOf('2026-03-08', '01:59:59', 'America/New_York')).toBe(gapEnd - 1000);
  });

  it('gives the earlier of two instants', () => {
    const first = Date.UTC(2026, 10, 1, 5, 30);
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(first);
    expect(localTime(first + HOUR, 'America/New_York')).toBe('01:30:00');
  });

  it('does not cut short a day whose last hour is shown twice', () => {
    // Chile turns its clocks back from 24:00 to 23:00.
    const later = endOfDay('2026-04-04', 'America/Santiago');
    expect(later - instantOf('2026-04-04', '23:59:59', 'America/Santiago')).toBe(HOUR);
    expect(localDate(later + 1000, 'America/Santiago')).toBe('2026-04-05');
  });

  it('knows that Mexico gave up summer time, save along the border', () => {
    const july = Date.UTC(2026, 6, 1);
    expect(offsetAt(july, 'America/Mexico_City')).toBe(-6 * HOUR);
    expect(offsetAt(july, 'America/Tijuana')).toBe(-7 * HOUR);
  });

  it('refuses unknown zones, dates and times', () => {
    expect(() => offsetAt(0, 'America/Nowhere')).toThrow(RangeError);
    expect(() => instantOf('2026-02-29', '10:00', 'America/Panama')).toThrow(RangeError);
    expect(() => instantOf('2026-02-28', '24:00', 'America/Panama')).toThrow(RangeError);
  });

  it('is undone by reading the instant again, up to the hour shown twice', () => {
    fc.assert(
      fc.property(instant, zone, (seconds, timeZone) => {
        const at = seconds * 1000;
        const back = instantOf(localDate(at, timeZone), localTime(at, timeZone), timeZone);
        expect([0, HOUR]).toContain(at - back);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends each day one second before the next date', () => {
    fc.assert(
      fc.property(instant, zone, (seconds, timeZone) => {
        const date = localDate(seconds * 1000, timeZone);
        const end = endOfDay(date, timeZone);
        expect(localDate(end, timeZone)).toBe(date);
        expect(localDate(end + 1000, timeZone) > date).toBe(true);
        expect(end % 1000).toBe(0);
      }),
    );
  });
});
