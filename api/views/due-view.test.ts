import { describe, expect, it } from 'vitest';
import { dueView } from './due-view.js';

const place = { country: 'GT', timeZone: 'America/Guatemala' };
/** Monday 23 November 2026, 09:00 in Guatemala. */
const now = Date.UTC(2026, 10, 23, 15);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function words(dueAt: number | undefined, more: { paused?: boolean; openedAt?: number } = {}) {
  const running = { paused: false, openedAt: now, ...more, ...(dueAt ? { dueAt } : {}) };
  const [es, en] = (['es', 'en'] as const).map((language) =>
    dueView(running, now, place, language),
  );
  return [es!.state, es!.words, en!.words];
}

describe('words of a deadline', () => {
  it.each([
    [now - 3 * HOUR, 'overdue', 'Vencida hace 3 h', 'Overdue by 3 h'],
    [now - 20_000, 'overdue', 'Vencida hace 1 min', 'Overdue by 1 min'],
    [now - 3 * DAY, 'overdue', 'Vencida hace 3 días', 'Overdue by 3 days'],
    [now + 130 * 60_000, 'today', 'Vence hoy, en 2 h 10 min', 'Due today, in 2 h 10 min'],
    [
      now + 15 * HOUR + 60_000,
      'soon',
      'Vence mañana, en 15 h 1 min',
      'Due tomorrow, in 15 h 1 min',
    ],
    [now + DAY, 'soon', 'Vence en 1 día hábil', 'Due in 1 working day'],
    [now + 2 * DAY, 'soon', 'Vence en 2 días hábiles', 'Due in 2 working days'],
    [now + 8 * DAY, 'later', 'Vence en 6 días hábiles', 'Due in 6 working days'],
  ])('%s: %s', (dueAt, state, es, en) => {
    expect(words(dueAt)).toEqual([state, es, en]);
  });

  it('calls a deadline soon when a quarter of its time is left', () => {
    expect(words(now + 8 * DAY, { openedAt: now - 30 * DAY })[0]).toBe('soon');
    expect(words(now + 8 * DAY, { openedAt: now - 10 * DAY })[0]).toBe('later');
  });

  it('does not call a stopped clock overdue', () => {
    expect(words(now - DAY, { paused: true })).toEqual(['none', 'Plazo detenido', 'Clock stopped']);
    expect(words(undefined)).toEqual(['none', 'Sin plazo', 'No deadline']);
  });

  it('writes the moment in the zone of the institution on the 24-hour clock', () => {
    const { moment, at } = dueView(
      { paused: false, openedAt: now, dueAt: now + 5 * HOUR },
      now,
      place,
      'es',
    );
    expect(moment).toBe('lunes 23 de noviembre de 2026, 14:00 (hora de Guatemala)');
    expect(at).toBe('2026-11-23T20:00:00.000Z');
  });

  it('counts plain days where the calendar ends', () => {
    expect(words(Date.UTC(2098, 10, 23, 15))[1]).toMatch(/^Vence en \d+ días$/);
  });
});
