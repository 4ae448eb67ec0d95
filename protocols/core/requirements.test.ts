import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';

const atSendOff = () => {
  const run = drive(bookLoan, { assigns: { isRare: false }, dates: { departure: MONDAY + HOUR } });
  run.answer('request', 'accepted');
  run.answer('permit', 'given');
  run.answer('far-ready', 'ready');
  run.answer('itinerary', 'fixed');
  return run;
};

/** One step due two days before a planned day. */
const beforeDay = (pausedWhile: string[]) =>
  drive(
    tiny(
      [
        {
          id: 'work',
          deadline: { length: 48, unit: 'hours', from: { before: 'day' }, pausedWhile },
        },
      ],
      {
        facts: [fact('storm')],
        dates: [{ id: 'day', title: { es: 'Día', en: 'Day' } }],
        events: [event('storm-begins', { sets: ['storm'] }), event('letter')],
      },
    ),
  );

describe('requirements', () => {
  it('keep a step from opening until every one holds', () => {
    const run = atSendOff();
    expect(run.open()).not.toContain('send-off');
    run.answer('condition-check', 'good');
    expect(run.open()).toContain('send-off');
  });

  it('suspend an open step when one is cleared, and say which', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    run.report('claim-filed');
    expect(run.step('send-off')?.open?.missing).toEqual(['noClaimPending']);
    expect(run.effects).toContainEqual({
      type: 'step-suspended',
      step: 'send-off',
      opening: 1,
      missing: ['noClaimPending'],
    });
    for (const role of ['home-library', 'courier']) {
      expect(run.effects).toContainEqual(
        expect.objectContaining({ type: 'notice', kind: 'suspended', role }),
      );
    }
  });

  it('refuse a positive answer while suspended, whoever gives it, and change nothing', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    run.report('claim-filed');
    const before = JSON.stringify(run.state);
    for (const role of ['home-library', 'courier']) {
      const tried = run.try({
        type: 'step-completed',
        at: run.at,
        step: 'send-off',
        opening: 1,
        outcome: 'sent',
        role,
      });
      expect(tried).toMatchObject({
        ok: false,
        refusal: { code: 'requirement-missing', params: { missing: 'noClaimPending' } },
      });
    }
    expect(JSON.stringify(run.state)).toBe(before);
  });

  it('accept an outcome that stops or sends back despite what is missing', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    run.report('claim-filed');
    run.answer('send-off', 'called-off');
    expect(run.state.ending?.id).toBe('declined');
  });

  it('let a suspended step go on when the fact holds again, with a notice', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    run.report('claim-filed');
    run.report('claim-dropped');
    expect(run.step('send-off')?.open?.missing).toBeUndefined();
    expect(run.effects).toContainEqual({ type: 'step-resumed', step: 'send-off', opening: 1 });
    run.answer('send-off', 'sent');
    expect(run.open()).toContain('handover');
  });

  it('suspend when a fact runs out by itself, at its exact instant', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    const until = MONDAY + 72 * HOUR;
    run.goTo(until - 1);
    expect(run.step('send-off')?.open?.missing).toBeUndefined();
    run.goTo(until);
    expect(run.step('send-off')?.open?.missing).toEqual(['conditionChecked']);
    expect(run.step('condition-check')?.open?.opening).toBe(2);
  });
});

describe('a clock of a suspended or paused step', () => {
  it('stands still while a requirement is missing and then has the time that was left', () => {
    const run = atSendOff();
    run.answer('condition-check', 'good');
    run.wait(6 * HOUR);
    run.report('claim-filed');
    expect(run.effects).toContainEqual({
      type: 'clock-moved',
      step: 'send-off',
      opening: 1,
      dueAt: MONDAY + 36 * HOUR,
      paused: true,
    });
    run.wait(20 * HOUR);
    run.report('claim-dropped');
    expect(run.step('send-off')?.open?.clock?.dueAt).toBe(MONDAY + (36 + 20) * HOUR);
    run.goTo(MONDAY + 56 * HOUR - 1);
    expect(run.effects).not.toContainEqual(expect.objectContaining({ type: 'step-lapsed' }));
    run.goTo(MONDAY + 56 * HOUR);
    expect(run.effects).toContainEqual({ type: 'step-lapsed', step: 'send-off', opening: 1 });
  });

  it('stands still while one of its pausing facts holds, and until the last of several causes ends', () => {
    const run = drive(
      tiny(
        [
          {
            id: 'work',
            requires: ['light'],
            deadline: { pausedWhile: ['storm'], length: 10, unit: 'hours' },
          },
        ],
        {
          facts: [fact('light', true), fact('storm')],
          events: [
            event('storm-begins', { sets: ['storm'] }),
            event('storm-ends', { clears: ['storm'] }),
            event('dark', { clears: ['light'] }),
            event('lit', { sets: ['light'] }),
          ],
        },
      ),
    );
    run.wait(2 * HOUR);
    run.report('storm-begins');
    run.wait(HOUR);
    run.report('dark');
    run.wait(HOUR);
    run.report('storm-ends');
    expect(run.step('work')?.open?.clock?.pausedAt).toBe(MONDAY + 2 * HOUR);
    run.wait(HOUR);
    run.report('lit');
    expect(run.step('work')?.open?.clock).toMatchObject({ dueAt: MONDAY + 13 * HOUR });
    expect(run.step('work')?.open?.clock?.pausedAt).toBeUndefined();
  });

  it('keeps what was left of an escalation when the pause begins after the due instant', () => {
    const run = drive(
      tiny([{ id: 'work', deadline: { pausedWhile: ['storm'] } }], {
        facts: [fact('storm')],
        events: [
          event('storm-begins', { sets: ['storm'] }),
          event('storm-ends', { clears: ['storm'] }),
        ],
      }),
    );
    run.wait(11 * HOUR);
    run.report('storm-begins');
    run.wait(10 * HOUR);
    run.report('storm-ends');
    expect(run.step('work')?.open?.clock?.marks).toEqual([
      { mark: 'escalate-150', at: MONDAY + 25 * HOUR },
      { mark: 'escalate-200', at: MONDAY + 30 * HOUR },
    ]);
  });

  it('still falls due after the pause when it should have fallen due before it', () => {
    const run = drive(
      tiny([{ id: 'work', deadline: { pausedWhile: ['storm'] } }], {
        facts: [fact('storm')],
        events: [
          event('storm-begins', { sets: ['storm'] }),
          event('storm-ends', { clears: ['storm'] }),
        ],
      }),
    );
    run.at = MONDAY + 11 * HOUR;
    run.report('storm-begins');
    run.at = MONDAY + 21 * HOUR;
    run.report('storm-ends');
    expect(run.step('work')?.open?.clock?.marks).toEqual([
      { mark: 'reminder-50', at: MONDAY + 5 * HOUR },
      { mark: 'reminder-90', at: MONDAY + 9 * HOUR },
      { mark: 'due', at: MONDAY + 10 * HOUR },
      { mark: 'escalate-150', at: MONDAY + 25 * HOUR },
      { mark: 'escalate-200', at: MONDAY + 30 * HOUR },
    ]);
  });

  it('does not remind a second time of what was reminded before the pause', () => {
    const run = drive(
      tiny(
        [{ id: 'work', deadline: { length: 2, unit: 'calendar-days', pausedWhile: ['storm'] } }],
        {
          facts: [fact('storm')],
          events: [
            event('storm-begins', { sets: ['storm'] }),
            event('storm-ends', { clears: ['storm'] }),
          ],
        },
      ),
    );
    run.wait(32 * HOUR);
    run.report('storm-begins');
    run.wait(HOUR);
    run.report('storm-ends');
    const marks = run.step('work')?.open?.clock?.marks.map(({ mark }) => mark);
    expect(marks).toEqual(['reminder-90', 'due', 'escalate-150', 'escalate-200']);
  });

  it('that counts back from a date stays paused when the date moves', () => {
    const run = beforeDay(['storm']);
    run.report('storm-begins', { dates: { day: MONDAY + 10 * DAY } });
    run.report('letter', { dates: { day: MONDAY + 12 * DAY } });
    expect(run.step('work')?.open?.clock?.pausedAt).toBe(MONDAY);
    expect(run.effects).toEqual([expect.objectContaining({ type: 'clock-moved', paused: true })]);
  });

  it('that has lapsed does not lapse again for a date as near as before, but for a later one', () => {
    const run = beforeDay([]);
    run.report('letter', { dates: { day: MONDAY + HOUR } });
    run.goTo(MONDAY);
    const rest = ['escalate-150', 'escalate-200'];
    const marks = () => run.step('work')?.open?.clock?.marks.map(({ mark }) => mark);
    expect(marks()).toEqual(rest);
    run.report('letter', { dates: { day: MONDAY + 2 * HOUR } });
    run.report('letter', { dates: { day: MONDAY + 2 * HOUR } });
    expect(marks()).toEqual(rest);
    run.report('letter', { dates: { day: MONDAY + 9 * DAY } });
    expect(marks()).toContain('due');
  });

  it('that counts back from a date is not wound up again by the same date', () => {
    const run = beforeDay([]);
    run.report('letter', { dates: { day: MONDAY + 10 * DAY } });
    run.wait(4 * DAY);
    const clock = run.step('work')?.open?.clock;
    run.report('letter', { dates: { day: MONDAY + 10 * DAY } });
    expect(run.step('work')?.open?.clock).toEqual(clock);
  });

  it('keeps the time left for the next opening where an outcome says so', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.wait(4 * HOUR);
    run.answer('request', 'ask-reader');
    run.wait(DAY);
    run.answer('reader-answer', 'answered');
    expect(run.step('request')?.open?.clock?.dueAt).toBe(MONDAY + DAY + 10 * HOUR);
  });

  it('never changes the state an act was applied to, even for a clock put aside', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'ask-reader');
    const before = run.state;
    const copy = JSON.stringify(before);
    run.wait(HOUR);
    run.answer('reader-answer', 'answered');
    expect(JSON.stringify(before)).toBe(copy);
  });
});

describe('a fact with limited validity', () => {
  const definition = tiny(
    [
      {
        id: 'check',
        when: { any: ['start', 'expired:healthy'] },
        outcomes: [
          { id: 'fit', sets: [{ fact: 'healthy', validFor: { length: 72, unit: 'hours' } }] },
        ],
      },
    ],
    {
      facts: [fact('healthy')],
      events: [event('fell-ill', { clears: ['healthy'] }), event('letter')],
    },
  );

  it('runs out at its instant and not a millisecond before, and what waits for that opens', () => {
    const run = drive(definition);
    run.answer('check', 'fit');
    run.goTo(MONDAY + 72 * HOUR - 1);
    expect(run.state.facts).toHaveProperty('healthy');
    run.goTo(MONDAY + 72 * HOUR);
    expect(run.state.facts).not.toHaveProperty('healthy');
    expect(run.step('check')?.open?.opening).toBe(2);
  });

  it('has not run out once it is set again, for whoever asks then', () => {
    const { steps, facts, events } = definition;
    const run = drive(
      tiny(
        [...(steps as never[]), { id: 'ask', when: { all: ['expired:healthy', 'event:letter'] } }],
        {
          facts,
          events,
        },
      ),
    );
    run.answer('check', 'fit');
    run.wait(72 * HOUR);
    run.answer('check', 'fit');
    run.report('letter');
    expect(run.open()).toEqual([]);
    run.wait(72 * HOUR);
    expect(run.open()).toEqual(['check', 'ask']);
  });

  it('does not count as run out once it was set again and then cleared for another reason', () => {
    const run = drive(
      tiny(
        [
          ...definition.steps.map(({ when: _, ...step }) => ({
            ...step,
            outcomes: [...step.outcomes],
            deadline: {},
            when: { any: ['start', 'event:letter'] } as const,
          })),
          { id: 'renew', when: 'expired:healthy' },
        ],
        { facts: definition.facts, events: definition.events },
      ),
    );
    run.answer('check', 'fit');
    run.wait(72 * HOUR);
    run.answer('renew', 'done');
    run.report('letter');
    run.answer('check', 'fit');
    run.report('fell-ill');
    expect(run.open()).toEqual([]);
  });
});
