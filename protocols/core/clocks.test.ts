import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MINUTE, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';

const title = { es: 'Inventado', en: 'Invented' };
const weather = {
  facts: [fact('storm')],
  dates: [
    { id: 'trip', title },
    { id: 'party', title },
  ],
  events: [
    event('storm', { sets: ['storm'] }),
    event('calm', { clears: ['storm'] }),
    event('letter'),
    event('begin'),
  ],
};
const work = (deadline: TinyStep['deadline'], more: Partial<TinyStep> = {}) =>
  drive(tiny([{ id: 'work', deadline, ...more }], weather));
const clockOf = (run: ReturnType<typeof drive>) => run.step('work')!.open!.clock!;
/** The marks of the running clock, in hours after the start of the run. */
const rungs = (run: ReturnType<typeof drive>) =>
  clockOf(run).marks.map(({ mark, at }) => `${mark} ${(at - MONDAY) / HOUR}`);

describe('where a clock starts', () => {
  const afterLetter = { from: { after: 'event:letter' } } as const;

  it('is when the thing it counts from happened, though the step opened later', () => {
    const run = work(afterLetter, { when: 'event:begin' });
    run.report('letter');
    run.wait(3 * HOUR);
    run.report('begin');
    expect(clockOf(run)).toMatchObject({ startAt: MONDAY, dueAt: MONDAY + 10 * HOUR });
  });

  it('is the opening while that has not happened', () => {
    const run = work(afterLetter, { when: 'event:begin' });
    run.wait(3 * HOUR);
    run.report('begin');
    const startAt = MONDAY + 3 * HOUR;
    expect(clockOf(run)).toMatchObject({ startAt, dueAt: startAt + 10 * HOUR });
  });

  it('leaves out the reminder whose instant is the opening itself', () => {
    const run = work({ from: 'start' }, { when: 'event:begin' });
    run.at = MONDAY + 5 * HOUR;
    run.report('begin');
    expect(rungs(run)).toEqual(['reminder-90 9', 'due 10', 'escalate-150 15', 'escalate-200 20']);
  });

  it('keeps the reminders of a short time inside that time', () => {
    const run = work({ length: 60, unit: 'minutes' });
    expect(clockOf(run).marks.map(({ at }) => (at - MONDAY) / MINUTE)).toEqual([
      30, 54, 60, 90, 120,
    ]);
  });
});

describe('a clock from the start until the step was answered once', () => {
  const often = (more: Partial<TinyStep> = {}) =>
    work(
      { length: 48, from: 'start-then-opening' },
      {
        when: { any: ['event:begin', 'event:letter'] },
        outcomes: ['done', { id: 'not-yet', keepsOpen: true }],
        ...more,
      },
    );

  it('runs from the start of the run though the step opened later, and is over when that time is', () => {
    const run = often();
    run.wait(30 * HOUR);
    run.report('begin');
    expect(clockOf(run)).toMatchObject({ startAt: MONDAY, dueAt: MONDAY + 48 * HOUR });
    const late = often();
    late.wait(60 * HOUR);
    late.report('begin');
    expect(clockOf(late).dueAt).toBe(MONDAY + 60 * HOUR);
    expect(rungs(late)[0]).toBe('due 60');
  });

  it('gives a step that was answered its whole time from every opening after that', () => {
    const run = often();
    run.report('begin');
    run.answer('work', 'done');
    run.wait(20 * DAY);
    run.report('letter');
    const startAt = MONDAY + 20 * DAY;
    expect(clockOf(run)).toMatchObject({ startAt, dueAt: startAt + 48 * HOUR });
    expect(clockOf(run).marks.map(({ mark }) => mark)).toContain('reminder-50');
  });

  it('does not begin anew for a step that was taken back, or answered for now only', () => {
    const back = drive(
      tiny(
        [
          {
            id: 'work',
            when: { any: ['event:begin', 'event:letter'] },
            deadline: { length: 48, from: 'start-then-opening' },
            outcomes: ['done', { id: 'not-yet', keepsOpen: true }],
          },
        ],
        { ...weather, events: [...weather.events, event('halt', { withdraws: ['work'] })] },
      ),
    );
    back.report('begin');
    back.answer('work', 'not-yet');
    back.report('halt');
    back.wait(10 * HOUR);
    back.report('letter');
    expect(back.step('work')!.open).toMatchObject({ opening: 2, clock: { startAt: MONDAY } });
    expect(clockOf(back).dueAt).toBe(MONDAY + 48 * HOUR);
  });

  it('pauses like any other', () => {
    const run = work(
      { length: 48, from: 'start-then-opening', pausedWhile: ['storm'] },
      { when: 'event:begin' },
    );
    run.wait(10 * HOUR);
    run.report('begin');
    run.report('storm');
    run.wait(24 * HOUR);
    run.report('calm');
    expect(clockOf(run).dueAt).toBe(MONDAY + 72 * HOUR);
  });
});

describe('a clock that stood still', () => {
  it('goes on with what was left, its reminders too', () => {
    const run = work({ pausedWhile: ['storm'] });
    run.wait(2 * HOUR);
    run.report('storm');
    run.wait(10 * HOUR);
    run.report('calm');
    expect(clockOf(run).startAt).toBe(MONDAY + 10 * HOUR);
    expect(rungs(run)).toEqual([
      'reminder-50 15',
      'reminder-90 19',
      'due 20',
      'escalate-150 25',
      'escalate-200 30',
    ]);
  });

  it('from its very due instant has lapsed: only what comes after that is put off', () => {
    const run = work({ pausedWhile: ['storm'] });
    run.at = MONDAY + 10 * HOUR;
    run.report('storm');
    run.at = MONDAY + 20 * HOUR;
    run.report('calm');
    expect(clockOf(run).dueAt).toBe(MONDAY + 10 * HOUR);
    expect(rungs(run).slice(2)).toEqual(['due 10', 'escalate-150 25', 'escalate-200 30']);
  });

  it('and counts back from a planned date is due when it was: a trip is not later for a storm', () => {
    const run = work({ length: 48, from: { before: 'trip' }, pausedWhile: ['storm'] });
    run.report('letter', { dates: { trip: MONDAY + 10 * DAY } });
    const before = clockOf(run);
    run.report('storm');
    run.wait(DAY);
    run.report('calm');
    expect(clockOf(run)).toEqual(before);
  });

  it('does not give another opening the time left, unless the answer says so', () => {
    const run = work({}, { when: { any: ['start', 'work:again'] }, outcomes: ['again', 'done'] });
    run.wait(4 * HOUR);
    run.answer('work', 'again');
    expect(clockOf(run).dueAt).toBe(MONDAY + 14 * HOUR);
  });
});

describe('a clock that counts back from a planned date', () => {
  const before = { length: 48, from: { before: 'trip' } } as const;

  it('is not touched by another date', () => {
    const run = work(before);
    run.report('letter', { dates: { trip: MONDAY + 10 * DAY } });
    run.wait(4 * DAY);
    const clock = clockOf(run);
    run.report('letter', { dates: { party: MONDAY + 20 * DAY } });
    expect(clockOf(run)).toEqual(clock);
    expect(run.effects).toEqual([]);
  });

  it('is due at once when the date comes too near', () => {
    const run = work(before);
    run.report('letter', { dates: { trip: MONDAY + 10 * DAY } });
    run.report('letter', { dates: { trip: MONDAY + DAY } });
    expect(clockOf(run).dueAt).toBe(MONDAY);
    expect(rungs(run)[0]).toBe('due 0');
  });
});

describe('a suspended step', () => {
  it('is told of once, goes on when the last fact is there, and tells that', () => {
    const run = drive(
      tiny([{ id: 'work', requires: ['light', 'heat'] }], {
        facts: [fact('light', true), fact('heat', true)],
        events: [
          event('dark', { clears: ['light'] }),
          event('cold', { clears: ['heat'] }),
          event('lit', { sets: ['light'] }),
          event('warm', { sets: ['heat'] }),
        ],
      }),
    );
    const says = (what: string) => {
      run.report(what);
      return run.effects.map((effect) => (effect.type === 'notice' ? effect.kind : effect.type));
    };
    expect(says('dark')).toEqual(['step-suspended', 'suspended']);
    expect(says('cold')).toEqual(['step-suspended']);
    expect(says('lit')).toEqual(['step-suspended']);
    expect(says('warm')).toEqual(['step-resumed', 'resumed']);
  });
});
