import { expect, test } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';

/** One step that may be suspended, and a lead who is asked when nothing else is left. */
const definition = tiny(
  [
    { id: 'work', when: 'event:begin', requires: ['allowed'], outcomes: [{ id: 'done' }] },
    {
      id: 'unblock',
      when: 'idle',
      outcomes: [
        { id: 'allow', sets: ['allowed'] },
        { id: 'close', ends: 'over' },
      ],
    },
  ],
  {
    facts: [fact('allowed')],
    events: [event('begin'), { ...event('forbid'), clears: ['allowed'] }],
  },
);

test('a run in which nothing is open asks whoever waits for that, from its start', () => {
  expect(drive(definition).open()).toEqual(['unblock']);
});

test('what can be answered is no standstill; what is suspended is one', () => {
  const run = drive(definition);
  run.answer('unblock', 'allow');
  expect(run.open()).toEqual(['unblock']);
  run.report('begin');
  expect(run.open()).toContain('work');
  run.report('forbid');
  run.answer('unblock', 'allow');
  expect(run.open()).toEqual(['work']);
  run.report('forbid');
  expect(run.open()).toEqual(['work', 'unblock']);
});

test('a run may be ended from a standstill', () => {
  const run = drive(definition);
  run.answer('unblock', 'close');
  expect(run.state.ending?.id).toBe('over');
});

const asked = (steps: Parameters<typeof tiny>[0], more: Parameters<typeof tiny>[1] = {}) =>
  drive(
    tiny([...steps, { id: 'unblock', when: { all: ['idle', 'event:ask'] } }], {
      ...more,
      events: [event('ask'), ...(more?.events ?? [])],
    }),
  );
const isStill = (run: ReturnType<typeof asked>) => run.state.established.idle !== undefined;
const words = { es: 'Inventado', en: 'Invented' };

test('a standstill that nobody answers yet is recorded once, and is over when something goes on', () => {
  const run = asked([{ id: 'work', requires: ['allowed'] }], {
    facts: [fact('allowed', true)],
    events: [event('forbid', { clears: ['allowed'] }), event('allow', { sets: ['allowed'] })],
  });
  expect(isStill(run)).toBe(false);
  run.report('forbid');
  expect(isStill(run)).toBe(true);
  const { idle } = run.state.established;
  run.report('forbid');
  expect(run.state.established.idle).toEqual(idle);
  run.report('allow');
  expect(isStill(run)).toBe(false);
  run.report('ask');
  expect(run.open()).toEqual(['work']);
  run.report('forbid');
  expect(run.open()).toEqual(['work', 'unblock']);
});

test('a step that will open by itself is no standstill; one that waits for a fact or an unknown day is', () => {
  const later = { id: 'later', notBefore: { length: 1, unit: 'hours', before: 'day' } } as const;
  const days = { dates: [{ id: 'day', title: words }], facts: [fact('allowed')] };
  const known = drive(asked([later], days).definition, { dates: { day: MONDAY + 5 * HOUR } });
  expect(isStill(known)).toBe(false);
  expect(isStill(asked([later], days))).toBe(true);
  expect(isStill(asked([{ id: 'work', requires: ['allowed'] }], days))).toBe(true);
});

test('a step only silence can close goes on while its clock runs', () => {
  const outcomes = [{ id: 'over-time', bySilence: true }] as const;
  const silent = { id: 'wait', outcomes: [...outcomes] };
  const deadline = { silence: 'L3', lapse: 'over-time' } as const;
  expect(isStill(asked([{ ...silent, deadline }]))).toBe(false);
  expect(isStill(asked([silent]))).toBe(true);
});

test('a suspended step goes on where some answer is possible all the same, if people can give it', () => {
  const suspended = (outcomes: { id: string; despiteMissing?: true; bySilence?: true }[]) => {
    const run = asked([{ id: 'work', requires: ['allowed'], outcomes }], {
      facts: [fact('allowed', true)],
      events: [event('forbid', { clears: ['allowed'] })],
    });
    run.report('forbid');
    return isStill(run);
  };
  expect(suspended([{ id: 'done' }, { id: 'stop', despiteMissing: true }])).toBe(false);
  expect(suspended([{ id: 'done' }])).toBe(true);
  expect(suspended([{ id: 'done' }, { id: 'late', despiteMissing: true, bySilence: true }])).toBe(
    true,
  );
});

test('a condition may ask whether nothing stands still', () => {
  const run = drive(
    tiny([
      { id: 'calm', when: { not: 'idle' }, outcomes: ['seen'] },
      { id: 'unblock', when: 'idle' },
    ]),
  );
  expect(run.open()).toEqual(['calm']);
  run.answer('calm', 'seen');
  expect(run.open()).toEqual(['calm', 'unblock']);
});

test('a protocol that does not ask for it has no record of a standstill', () => {
  const run = drive(tiny([{ id: 'only' }]));
  run.answer('only', 'done');
  expect(run.state.established).toEqual({
    start: { tick: 1, at: MONDAY },
    'only:done': { tick: 2, at: MONDAY },
  });
});
