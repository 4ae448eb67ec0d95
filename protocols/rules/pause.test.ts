import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../language/deadline.js';
import { calendars, getCalendar } from './calendars/index.js';
import { dueAt } from './deadline.js';
import { resumeDue } from './pause.js';
import { countWorkingDays, isWorkingDay } from './working-days.js';
import { endOfDay, instantOf, localDate } from './zone.js';

const DAY = 86_400_000;
const mexico = getCalendar('MX');
const on = (date: string, time: string) => instantOf(date, time, mexico.timeZone);
const friday = on('2026-06-05', '23:59:59');

const anyPause = fc
  .record({
    calendar: fc.constantFrom(...calendars),
    unit: fc.constantFrom<Unit>('minutes', 'hours', 'calendar-days', 'working-days', 'months'),
    length: fc.integer({ min: 1, max: 30 }),
    startAt: fc.integer({ min: Date.UTC(2024, 1, 1), max: Date.UTC(2031, 0, 1) }),
    share: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    stoodFor: fc.integer({ min: 0, max: 400 * DAY }),
  })
  .map(({ share, stoodFor, ...rule }) => {
    const due = dueAt(rule);
    const pausedAt = rule.startAt + Math.floor((due - rule.startAt) * share);
    const { calendar, unit } = rule;
    return { calendar, unit, dueAt: due, pausedAt, resumedAt: pausedAt + stoodFor };
  });

describe('resumeDue', () => {
  const base = { calendar: mexico, dueAt: friday };

  it('moves hours by the length of the pause', () => {
    const pausedAt = on('2026-06-01', '10:00');
    const resumedAt = pausedAt + 12_345;
    expect(resumeDue({ ...base, unit: 'hours', pausedAt, resumedAt })).toBe(friday + 12_345);
  });

  it('counts the whole working days that were left again', () => {
    const pausedAt = on('2026-06-03', '10:00');
    const resumedAt = on('2026-06-10', '09:00');
    expect(resumeDue({ ...base, unit: 'working-days', pausedAt, resumedAt })).toBe(
      on('2026-06-12', '23:59:59'),
    );
  });

  it('gives one more day when resumed later in the day than paused', () => {
    const pausedAt = on('2026-06-03', '10:00');
    const resumedAt = on('2026-06-10', '11:00');
    expect(resumeDue({ ...base, unit: 'working-days', pausedAt, resumedAt })).toBe(
      on('2026-06-15', '23:59:59'),
    );
    expect(resumeDue({ ...base, unit: 'calendar-days', pausedAt, resumedAt })).toBe(
      on('2026-06-13', '23:59:59'),
    );
  });

  it('does not lose the last day', () => {
    const pausedAt = on('2026-06-05', '10:00');
    const resumedAt = on('2026-06-13', '09:00');
    expect(resumeDue({ ...base, unit: 'working-days', pausedAt, resumedAt })).toBe(
      on('2026-06-15', '23:59:59'),
    );
  });

  it('keeps the rest of a due day that was declared a holiday afterwards', () => {
    const saturday = on('2026-06-06', '23:59:59');
    const pausedAt = on('2026-06-06', '10:00');
    const resumedAt = on('2026-06-07', '09:00');
    const input = { ...base, unit: 'working-days' as const, dueAt: saturday };
    expect(resumeDue({ ...input, pausedAt, resumedAt })).toBe(on('2026-06-08', '23:59:59'));
  });

  it('leaves a clock alone that had run out, or did not stand still', () => {
    const rule = { ...base, unit: 'working-days' as const };
    expect(resumeDue({ ...rule, pausedAt: friday, resumedAt: friday + DAY })).toBe(friday);
    expect(resumeDue({ ...rule, pausedAt: 5, resumedAt: 5 })).toBe(friday);
    expect(() => resumeDue({ ...rule, pausedAt: 5, resumedAt: 4 })).toThrow(RangeError);
  });

  it('never gives less time than was left, and never an earlier due instant', () => {
    fc.assert(
      fc.property(anyPause, (pause) => {
        const { calendar, unit, pausedAt, resumedAt } = pause;
        const resumed = resumeDue(pause);
        expect(resumed).toBeGreaterThanOrEqual(pause.dueAt);
        if (unit !== 'working-days') {
          expect(resumed - resumedAt).toBeGreaterThanOrEqual(pause.dueAt - pausedAt);
          return;
        }
        const zone = calendar.timeZone;
        const left = (at: number, due: number) => {
          const date = localDate(at, zone);
          const whole = countWorkingDays(calendar, date, localDate(due, zone));
          const rest = isWorkingDay(calendar, date) ? endOfDay(date, zone) - at : 0;
          return whole * DAY + rest;
        };
        expect(left(resumedAt, resumed)).toBeGreaterThanOrEqual(left(pausedAt, pause.dueAt));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no more than two days beyond what was left', () => {
    fc.assert(
      fc.property(anyPause, (pause) => {
        fc.pre(pause.unit === 'calendar-days' || pause.unit === 'months');
        const given = resumeDue(pause) - pause.resumedAt;
        expect(given).toBeLessThan(pause.dueAt - pause.pausedAt + 2 * DAY);
      }),
    );
  });

  it('is never earlier for a later resumption', () => {
    fc.assert(
      fc.property(anyPause, fc.integer({ min: 0, max: 4 * DAY }), (pause, later) => {
        fc.pre(pause.resumedAt > pause.pausedAt);
        const after = resumeDue({ ...pause, resumedAt: pause.resumedAt + later });
        expect(after).toBeGreaterThanOrEqual(resumeDue(pause));
      }),
    );
  });
});
