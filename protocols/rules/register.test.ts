import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getCalendar } from './calendars/index.js';
import { addDays } from './dates.js';
import { dueAt } from './deadline.js';
import { recountDue } from './recount.js';
import { withChanges, withDecreedDays } from './register.js';
import { countWorkingDays, isHoliday, isWorkingDay } from './working-days.js';
import { instantOf, localDate } from './zone.js';

const mexico = getCalendar('MX');
const ZONE = 'America/Mexico_City';
const off = (...days: string[]) => withDecreedDays(mexico, { off: days, working: [] });

describe('the register', () => {
  it('folds entries in order; a later one about the same day takes the earlier back', () => {
    const day = (on: string, works: boolean) =>
      ({ kind: 'day', country: 'MX', on, works }) as const;
    const register = withChanges(
      undefined,
      [
        day('2026-12-24', false),
        day('2026-12-31', false),
        day('2026-12-24', true),
        { kind: 'agreement', agreement: 'a', until: '2027-01-01' },
        { kind: 'agreement', agreement: 'a', silence: 'none' },
        { kind: 'closure', point: 'p', from: '2026-12-01', until: '2026-12-02' },
      ],
      6,
    );
    expect(register).toEqual({
      upTo: 6,
      days: { MX: { off: ['2026-12-31'], working: ['2026-12-24'] } },
      agreements: { a: { until: '2027-01-01', silence: 'none' } },
      closures: { p: [{ from: '2026-12-01', until: '2026-12-02' }] },
      relations: [],
    });
  });

  it('lets a decree close a day, open a holiday, and open a Saturday', () => {
    const calendar = withDecreedDays(mexico, {
      off: ['2026-12-24'],
      working: ['2026-12-25', '2026-12-26'],
    });
    expect(isWorkingDay(mexico, '2026-12-24')).toBe(true);
    expect(isWorkingDay(calendar, '2026-12-24')).toBe(false);
    expect(isHoliday(calendar, '2026-12-24')).toBe(true);
    expect(isWorkingDay(calendar, '2026-12-25')).toBe(true);
    expect(isWorkingDay(calendar, '2026-12-26')).toBe(true);
    expect(isWorkingDay(calendar, '2026-12-27')).toBe(false);
  });

  it('gives the same calendar for the same decree, and the calendar itself for none', () => {
    const decree = { off: ['2026-12-24'], working: [] };
    expect(withDecreedDays(mexico, decree)).toBe(withDecreedDays(mexico, decree));
    expect(withDecreedDays(mexico, undefined)).toBe(mexico);
  });
});

describe('a running deadline when the calendar changes', () => {
  const recount = (startAt: number, due: number, at: number, after = mexico) =>
    recountDue({ startAt, dueAt: due, at, before: mexico, after, timeZone: ZONE });

  it('moves by a working day for a new day off before it, and not for one after it or past', () => {
    const startAt = instantOf('2026-12-01', '10:00', ZONE);
    const due = dueAt({ length: 5, unit: 'working-days', startAt, calendar: mexico });
    expect(localDate(due, ZONE)).toBe('2026-12-08');
    const at = instantOf('2026-12-03', '12:00', ZONE);
    expect(localDate(recount(startAt, due, at, off('2026-12-07')), ZONE)).toBe('2026-12-09');
    expect(localDate(recount(startAt, due, at, off('2026-12-03')), ZONE)).toBe('2026-12-09');
    expect(recount(startAt, due, at, off('2026-12-02'))).toBe(due);
    expect(recount(startAt, due, at, off('2026-12-09'))).toBe(due);
    // The day it is due is declared off on that very day.
    const last = instantOf('2026-12-08', '09:00', ZONE);
    expect(localDate(recount(startAt, due, last, off('2026-12-08')), ZONE)).toBe('2026-12-09');
  });

  it('does not count the day on which it started, decreed off on that day', () => {
    const startAt = instantOf('2026-12-01', '10:00', ZONE);
    const due = dueAt({ length: 2, unit: 'working-days', startAt, calendar: mexico });
    const at = instantOf('2026-12-01', '11:00', ZONE);
    expect(recount(startAt, due, at, off('2026-12-01'))).toBe(due);
  });

  it('leaves a deadline that has run out as it was', () => {
    const startAt = instantOf('2026-12-01', '10:00', ZONE);
    const due = dueAt({ length: 1, unit: 'working-days', startAt, calendar: mexico });
    expect(recount(startAt, due, due + 1, off('2026-12-02'))).toBe(due);
  });

  it('keeps as many working days as were left, whatever is decreed and when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 90 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 }),
        (startDay, length, later, offsets) => {
          const startOn = addDays('2024-02-01', startDay);
          const startAt = instantOf(startOn, '13:37', ZONE);
          const due = dueAt({ length, unit: 'working-days', startAt, calendar: mexico });
          const at = startAt + later * 86_400_000;
          fc.pre(at <= due);
          const after = off(...offsets.map((days) => addDays(startOn, days)));
          const moved = recount(startAt, due, at, after);
          const today = localDate(at, ZONE);
          const from = startOn < today ? addDays(today, -1) : startOn;
          expect(countWorkingDays(after, from, localDate(moved, ZONE))).toBe(
            countWorkingDays(mexico, from, localDate(due, ZONE)),
          );
          // New days off only ever give time.
          expect(moved).toBeGreaterThanOrEqual(due);
          expect(isWorkingDay(after, localDate(moved, ZONE))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
