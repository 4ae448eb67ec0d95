import { expect, test } from 'vitest';
import { drive, HOUR, MINUTE } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { NUDGE_EVERY } from './nudge.js';

/** A step with two days, one without a deadline, and one that can be suspended. */
const definition = tiny(
  [
    {
      id: 'timed',
      when: 'start',
      deadline: {
        length: 48,
        unit: 'hours',
        silence: 'L1',
        source: { mark: 'proposal', ref: 'invented' },
      },
      outcomes: [{ id: 'done' }],
    },
    { id: 'untimed', when: 'start', outcomes: [{ id: 'done' }] },
    { id: 'guarded', when: 'start', requires: ['allowed'], outcomes: [{ id: 'done' }] },
  ],
  {
    facts: [{ ...fact('allowed'), initially: true }],
    events: [{ ...event('forbid'), clears: ['allowed'] }],
  },
);

const nudge = (step: string, at: number, opening = 1) =>
  ({ type: 'step-nudged', step, opening, at }) as const;
const codeOf = (tried: ReturnType<ReturnType<typeof drive>['try']>) =>
  tried.ok ? 'accepted' : tried.refusal.code;

test('a nudge tells who must answer and changes neither clock nor answer', () => {
  const run = drive(definition);
  const before = run.step('timed')?.open?.clock;
  run.do(nudge('timed', run.at + HOUR));
  expect(run.effects).toMatchObject([{ type: 'notice', kind: 'nearly-due', step: 'timed' }]);
  expect(run.effects).toHaveLength(1);
  expect(run.step('timed')?.open?.clock).toEqual(before);
  expect(run.open()).toEqual(['timed', 'untimed', 'guarded']);
});

test('what is overdue is called overdue, what has no deadline is told as an open step', () => {
  const run = drive(definition);
  run.do(nudge('untimed', run.at + HOUR));
  expect(run.effects).toMatchObject([{ kind: 'opened', step: 'untimed' }]);
  run.goTo(run.at + 49 * HOUR);
  run.do(nudge('timed', run.at));
  expect(run.effects).toMatchObject([{ kind: 'overdue', step: 'timed' }]);
});

test('a step is overdue from its very last instant on, and never while its clock stands still', () => {
  const due = definition.steps[0]!.deadline!;
  const paused = tiny(
    [{ id: 'timed', deadline: { ...due, pausedWhile: ['halted'] }, outcomes: [{ id: 'done' }] }],
    { facts: [fact('halted')], events: [{ ...event('halt'), sets: ['halted'] }] },
  );
  const kindAt = (run: ReturnType<typeof drive>) => {
    run.do(nudge('timed', run.at));
    return run.effects.map((effect) => effect.type === 'notice' && effect.kind);
  };
  const run = drive(paused);
  run.goTo(run.at + 48 * HOUR);
  expect(kindAt(run)).toEqual(['overdue']);
  const still = drive(paused);
  still.goTo(still.at + 47 * HOUR);
  still.report('halt');
  still.goTo(still.at + 5 * HOUR);
  expect(kindAt(still)).toEqual(['nearly-due']);
});

test('who may not be nudged now is told which step it was about', () => {
  const run = drive(definition);
  run.do(nudge('timed', run.at));
  expect(run.try(nudge('timed', run.at))).toMatchObject({ refusal: { params: { step: 'timed' } } });
});

test('a step that never opened is not open: nobody is nudged of it', () => {
  const run = drive(tiny([{ id: 'later', when: 'event:never' }], { events: [event('never')] }));
  expect(codeOf(run.try(nudge('later', run.at)))).toBe('step-not-open');
});

test('a step is nudged once in 24 hours, each step for itself', () => {
  const run = drive(definition);
  const first = run.at + MINUTE;
  run.do(nudge('timed', first));
  expect(codeOf(run.try(nudge('timed', first + NUDGE_EVERY - 1)))).toBe('nudged-already');
  expect(codeOf(run.try(nudge('untimed', first + 1)))).toBe('accepted');
  expect(codeOf(run.try(nudge('timed', first + NUDGE_EVERY)))).toBe('accepted');
});

test('nobody is nudged of a step that is answered, suspended, opened anew or unknown', () => {
  const run = drive(definition);
  run.answer('timed', 'done');
  run.report('forbid');
  expect(codeOf(run.try(nudge('timed', run.at)))).toBe('step-not-open');
  expect(codeOf(run.try(nudge('guarded', run.at)))).toBe('step-not-open');
  expect(codeOf(run.try(nudge('untimed', run.at, 2)))).toBe('step-not-open');
  expect(codeOf(run.try(nudge('none', run.at)))).toBe('step-unknown');
});
