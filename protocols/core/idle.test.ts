import { expect, test } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
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
