import { describe, expect, it } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, tiny } from '../../test/fixtures/tiny.js';
import { refusalText } from '../refusals.js';
import { departsFrom, leastAhead } from './floor.js';

const DATE = {
  id: 'at',
  type: 'instant',
  category: 'D10',
  label: { es: 'Fecha', en: 'Date' },
  plans: 'departure',
} as const;
const AHEAD = {
  hours: 24,
  before: 'departure',
  on: ['sent'],
  source: { mark: 'proposal', ref: 'invented' },
} as const;

/** A date is planned, those who receive are told of it, and the person leaves. */
const trip = tiny(
  [
    {
      id: 'plan',
      when: { any: ['start', 'event:rescheduled'] },
      form: [DATE],
      outcomes: ['fixed', { id: 'sent-back', despiteMissing: true }],
    },
    {
      id: 'tell',
      kind: 'share',
      when: 'plan:fixed',
      ahead: AHEAD,
      outcomes: ['sent', 'not-sent'],
    },
    {
      id: 'leave',
      when: { any: ['plan:fixed', 'start'] },
      effects: ['departs'],
      outcomes: [
        { id: 'left', ends: 'over' },
        { id: 'stays', despiteMissing: true },
      ],
    },
  ],
  {
    dates: [{ id: 'departure', title: { es: 'Salida', en: 'Departure' } }],
    events: [event('rescheduled', { withdraws: ['tell'] })],
  },
);

type Run = ReturnType<typeof drive>;

function tried(run: Run, step: string, outcome: string, dates?: Record<string, number>) {
  const opening = run.step(step)?.open?.opening ?? 0;
  const act = {
    type: 'step-completed',
    at: run.at,
    step,
    opening,
    outcome,
    role: 'office',
  } as const;
  const applied = run.try(dates ? { ...act, dates } : act);
  return applied.ok ? 'accepted' : applied.refusal;
}

function planned(hours: number): Run {
  const run = drive(trip);
  run.answer('plan', 'fixed', { dates: { departure: MONDAY + hours * HOUR } });
  return run;
}

describe('the least time between telling those who receive and a departure', () => {
  it('refuses a date that is nearer, and says which is the earliest', () => {
    const run = drive(trip);
    const near = tried(run, 'plan', 'fixed', { departure: MONDAY + 24 * HOUR - 1 });
    expect(near).toMatchObject({
      code: 'date-too-soon',
      params: { hours: 24, on: '2026-03-03', time: '09:00', zone: 'America/Tegucigalpa' },
    });
    expect(typeof near === 'object' && refusalText(near, 'es')).toContain(
      'Lo más pronto posible es el 2026-03-03 a las 09:00',
    );
    expect(tried(run, 'plan', 'fixed', { departure: MONDAY + 24 * HOUR })).toBe('accepted');
    expect(tried(run, 'plan', 'fixed', { departure: MONDAY - HOUR })).toMatchObject({
      code: 'date-too-soon',
    });
  });

  it('holds up nothing but the departure: a later date can be planned at once', () => {
    const run = planned(48);
    run.answer('tell', 'sent');
    expect(tried(run, 'leave', 'left')).toMatchObject({ code: 'told-too-late' });
    run.report('rescheduled');
    expect(tried(run, 'plan', 'fixed', { departure: run.at + 72 * HOUR })).toBe('accepted');
  });

  it('refuses to tell them later than that, and lets the date be changed', () => {
    const run = planned(30);
    run.wait(6 * HOUR + 1);
    expect(tried(run, 'tell', 'sent')).toMatchObject({ code: 'date-too-soon' });
    expect(tried(run, 'tell', 'not-sent'), 'nobody is told').toBe('accepted');
    run.report('rescheduled');
    run.answer('plan', 'fixed', { dates: { departure: run.at + 24 * HOUR } });
    expect(tried(run, 'tell', 'sent')).toBe('accepted');
  });

  it('lets nobody depart before the time has passed since they were told, whatever the date', () => {
    const run = planned(24);
    run.answer('tell', 'sent');
    expect(tried(run, 'leave', 'left')).toMatchObject({
      code: 'told-too-late',
      params: { on: '2026-03-03', time: '09:00' },
    });
    expect(tried(run, 'leave', 'stays'), 'what stops is never held up').toBe('accepted');
    run.wait(24 * HOUR - 1);
    expect(tried(run, 'leave', 'left')).toMatchObject({ code: 'told-too-late' });
    run.wait(1);
    expect(tried(run, 'leave', 'left')).toBe('accepted');
  });

  it('counts from when they were told last', () => {
    const run = planned(72);
    run.answer('tell', 'sent');
    run.wait(48 * HOUR);
    run.report('rescheduled');
    run.answer('plan', 'fixed', { dates: { departure: run.at + 30 * HOUR } });
    run.answer('tell', 'sent');
    run.wait(10 * HOUR);
    expect(tried(run, 'leave', 'left')).toMatchObject({ code: 'told-too-late' });
  });

  it('holds up nothing that stops or sends back, and no protocol without it', () => {
    const run = drive(trip);
    expect(tried(run, 'plan', 'sent-back', { departure: MONDAY + HOUR })).toBe('accepted');
    const free = drive({
      ...trip,
      steps: trip.steps.map(({ ahead: _, ...step }) => step),
    });
    free.answer('plan', 'fixed', { dates: { departure: MONDAY + HOUR } });
    free.answer('tell', 'sent');
    expect(tried(free, 'leave', 'left')).toBe('accepted');
  });

  it('is asked of the step that tells them alone, whatever others call their outcomes', () => {
    const same = { id: 'ask', outcomes: ['sent'] };
    const more = tiny([same]).steps[0]!;
    const run = drive({ ...trip, steps: [...trip.steps, more] });
    run.answer('plan', 'fixed', { dates: { departure: MONDAY + 30 * HOUR } });
    run.wait(10 * HOUR);
    expect(tried(run, 'tell', 'sent')).toMatchObject({ code: 'date-too-soon' });
    expect(tried(run, 'ask', 'sent')).toBe('accepted');
  });

  it('names the hours only of a date, and the next whole minute', () => {
    const run = planned(48);
    run.wait(30_001);
    run.answer('tell', 'sent');
    expect(tried(run, 'leave', 'left')).toEqual({
      code: 'told-too-late',
      params: { on: '2026-03-03', time: '09:01', zone: 'America/Tegucigalpa' },
    });
  });

  it('keeps nobody from departing of whom nobody was told', () => {
    const run = drive(trip);
    expect(departsFrom(run.definition, run.state)).toBe(Number.NEGATIVE_INFINITY);
    expect(tried(run, 'leave', 'left')).toBe('accepted');
  });
});

describe('how far ahead a date must lie', () => {
  const telling = (id: string, before: string, hours: number) => ({
    id,
    kind: 'share' as const,
    ahead: { ...AHEAD, before, hours },
    outcomes: ['sent'],
  });
  const dates = ['departure', 'hearing', 'visit'].map((id) => ({
    id,
    title: { es: 'Inventada', en: 'Invented' },
  }));
  const many = tiny(
    [
      telling('one', 'departure', 24),
      telling('two', 'departure', 72),
      telling('three', 'hearing', 5),
    ],
    { dates },
  );

  it.each([
    ['departure', 72 * HOUR],
    ['hearing', 5 * HOUR],
    ['visit', 0],
    ['unknown', 0],
  ])('is the longest of those who are told before it: %s', (date, expected) => {
    expect(leastAhead(many, date)).toBe(expected);
  });
});
