import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { type Drive, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import { explain, prospects } from './explain.js';

const where = (run: Drive, step: string) =>
  explain(bookLoan, run.state).find((entry) => entry.step === step);
const begun = () =>
  drive(bookLoan, { assigns: { isRare: false }, dates: { departure: MONDAY + 48 * HOUR } });

describe('explain', () => {
  it('says of every step where it stands, in definition order', () => {
    const run = begun();
    expect(explain(bookLoan, run.state).map((entry) => entry.step)).toEqual(
      bookLoan.steps.map((step) => step.id),
    );
  });

  it('says of an open step when it is due and who still must sign', () => {
    const run = begun();
    expect(where(run, 'request')).toEqual({
      step: 'request',
      status: 'open',
      opening: 1,
      dueAt: MONDAY + 10 * HOUR,
      signed: [],
      unsigned: ['home-library'],
    });
  });

  it('says of a step not called for what it waits for, without what already holds', () => {
    const run = begun();
    run.answer('request', 'accepted');
    run.answer('far-ready', 'ready');
    expect(where(run, 'send-off')).toEqual({
      step: 'send-off',
      status: 'not-yet',
      opening: 0,
      waitsFor: {
        of: 'all',
        parts: [
          { of: 'any', parts: ['permit:given', 'permit:given-by-agreement'] },
          'itinerary:fixed',
        ],
      },
    });
  });

  it('says whether all or any of what a step waits for is needed, and names nothing that is not in the way', () => {
    const waits = (when: Step['when']) => {
      const definition = tiny([
        { id: 'first', outcomes: ['yes', 'no'] },
        { id: 'other', outcomes: ['yes', 'no'] },
        { id: 'later', when },
      ]);
      const run = drive(definition);
      run.answer('first', 'yes');
      return explain(definition, run.state).find(({ step }) => step === 'later')!.waitsFor;
    };
    expect(waits({ all: ['first:yes', 'other:yes'] })).toBe('other:yes');
    expect(waits({ any: ['first:no', 'other:yes'] })).toEqual({
      of: 'any',
      parts: ['first:no', 'other:yes'],
    });
    expect(waits({ any: [{ all: ['first:yes', 'other:yes'] }, { any: ['first:no'] }] })).toEqual({
      of: 'any',
      parts: ['other:yes', 'first:no'],
    });
    // “Not any of these” is “none of these”: what holds is in the way, all of it.
    expect(waits({ all: [{ not: { any: ['first:yes', 'first:no'] } }, 'other:yes'] })).toEqual({
      of: 'all',
      parts: ['first:yes', 'other:yes'],
    });
    const notBoth = { not: { all: ['first:yes', { not: 'other:yes' }] } } as const;
    expect(waits({ all: ['first:yes', notBoth] })).toEqual({
      of: 'any',
      parts: ['first:yes', 'other:yes'],
    });
  });

  it('says of a waiting step when it opens, or which facts are missing', () => {
    const run = begun();
    run.answer('request', 'accepted');
    run.answer('far-ready', 'ready');
    run.answer('permit', 'given');
    run.answer('itinerary', 'fixed');
    expect(where(run, 'send-off')).toEqual({
      step: 'send-off',
      status: 'waiting',
      opening: 0,
      opensAt: MONDAY + 24 * HOUR,
      missing: ['conditionChecked'],
    });
    run.answer('condition-check', 'good');
    run.goTo(MONDAY + 24 * HOUR);
    run.answer('send-off', 'sent', { role: 'courier' });
    run.report('claim-filed');
    expect(where(run, 'send-off')).toEqual({
      step: 'send-off',
      status: 'suspended',
      opening: 1,
      dueAt: MONDAY + 60 * HOUR,
      paused: true,
      signed: ['courier'],
      unsigned: ['home-library'],
      missing: ['noClaimPending'],
    });
  });

  it('says only what there is: no deadline, no instant, nothing missing where there is none', () => {
    const of = (definition: Definition) => explain(definition, drive(definition).state);
    expect(of(tiny([{ id: 'work' }]))).toStrictEqual([
      { step: 'work', opening: 1, status: 'open', signed: [], unsigned: ['office'] },
    ]);
    const before = { length: 1, unit: 'hours', before: 'day' } as const;
    const waiting = tiny([{ id: 'work', notBefore: before }], {
      dates: [{ id: 'day', title: { es: 'Día', en: 'Day' } }],
    });
    expect(of(waiting)).toStrictEqual([{ step: 'work', opening: 0, status: 'waiting' }]);
  });

  it('says how an answered step was answered', () => {
    const run = begun();
    run.answer('request', 'accepted');
    expect(where(run, 'request')).toEqual({
      step: 'request',
      status: 'answered',
      opening: 1,
      outcome: 'accepted',
    });
  });
});

describe('prospects', () => {
  it('tell what each possible answer would open, take back or end, and what comes true is the same', () => {
    const run = begun();
    expect(prospects(bookLoan, run.state, run.at)).toEqual([
      {
        step: 'request',
        outcome: 'accepted',
        opens: ['condition-check', 'permit', 'itinerary', 'far-ready'],
        withdraws: [],
      },
      { step: 'request', outcome: 'ask-reader', opens: ['reader-answer'], withdraws: [] },
      { step: 'request', outcome: 'refused', opens: [], withdraws: [], ends: 'declined' },
    ]);
    run.answer('request', 'accepted');
    expect(run.open()).toEqual(['condition-check', 'permit', 'itinerary', 'far-ready']);
  });

  it('leave the run as it is', () => {
    const run = begun();
    const before = JSON.stringify(run.state);
    prospects(bookLoan, run.state, run.at);
    expect(JSON.stringify(run.state)).toBe(before);
  });

  it('of a step with several signers assume that the others agree, and leave out what is refused now', () => {
    const run = begun();
    run.answer('request', 'accepted');
    run.answer('far-ready', 'ready');
    run.answer('permit', 'given');
    run.answer('itinerary', 'fixed');
    run.answer('condition-check', 'good');
    run.goTo(MONDAY + 24 * HOUR);
    const of = () =>
      prospects(bookLoan, run.state, run.at).filter((prospect) => prospect.step === 'send-off');
    expect(of()).toEqual([
      { step: 'send-off', outcome: 'sent', opens: ['tell-expert', 'handover'], withdraws: [] },
      { step: 'send-off', outcome: 'called-off', opens: [], withdraws: [], ends: 'declined' },
    ]);
    run.answer('send-off', 'sent', { role: 'home-library' });
    expect(of().map((prospect) => prospect.outcome)).toEqual(['sent', 'called-off']);
    run.report('claim-filed');
    expect(of().map((prospect) => prospect.outcome)).toEqual(['called-off']);
  });

  it('show each answer of a step whose signers disagree: either may still come round', () => {
    const definition = tiny([
      { id: 'sign', by: ['office', 'other'], outcomes: ['yes', 'no'] },
      { id: 'after-yes', when: 'sign:yes' },
    ]);
    const run = drive(definition);
    run.answer('sign', 'yes', { role: 'office' });
    run.answer('sign', 'no', { role: 'other' });
    expect(prospects(definition, run.state, run.at)).toEqual([
      { step: 'sign', outcome: 'yes', opens: ['after-yes'], withdraws: [] },
      { step: 'sign', outcome: 'no', opens: [], withdraws: [] },
    ]);
  });

  it('tell what is taken back, and where the person would go on, but not where somebody came from', () => {
    const onward = { protocol: 'elsewhere', entry: 'start' };
    const definition = tiny([
      {
        id: 'work',
        outcomes: [
          { id: 'drop', withdraws: ['beside'] },
          { id: 'move', continues: onward },
          { id: 'send-back', continues: { ...onward, back: { ...onward, protocol: 'hidden' } } },
        ],
      },
      { id: 'beside', outcomes: [{ id: 'seen', keepsOpen: true }] },
    ]);
    const { state, at } = drive(definition);
    expect(prospects(definition, state, at)).toStrictEqual([
      { step: 'work', outcome: 'drop', opens: [], withdraws: ['beside'] },
      {
        step: 'work',
        outcome: 'move',
        opens: [],
        withdraws: ['beside'],
        ends: 'transferred',
        continues: 'elsewhere',
      },
      { step: 'work', outcome: 'send-back', opens: [], withdraws: ['beside'], ends: 'transferred' },
      { step: 'beside', outcome: 'seen', opens: [], withdraws: [] },
    ]);
  });

  it('are none after the end', () => {
    const run = begun();
    run.report('reader-withdraws');
    expect(prospects(bookLoan, run.state, run.at)).toEqual([]);
  });
});
