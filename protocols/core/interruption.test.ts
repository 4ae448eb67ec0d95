import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import type { Act } from './acts.js';
import { fold } from './fold.js';

const preparing = () => {
  const run = drive(bookLoan, { assigns: { isRare: true } });
  run.answer('request', 'accepted');
  return run;
};

describe('an event', () => {
  it('is accepted in any state, at any hour, any number of times', () => {
    const run = drive(bookLoan, { assigns: { isRare: true } });
    run.report('claim-filed', { role: 'courier' });
    run.report('claim-filed', { role: 'expert' });
    run.answer('request', 'accepted');
    run.goTo(MONDAY + 1000 * HOUR + 7);
    run.report('claim-filed', { role: 'far-library' });
    expect(run.state.facts).not.toHaveProperty('noClaimPending');
  });

  it('is refused once its point has passed, to who may not report it, and when unknown', () => {
    const run = preparing();
    const act = { type: 'event-reported', at: run.at, role: 'courier' } as const;
    expect(run.try({ ...act, event: 'claim-dropped' })).toMatchObject({
      refusal: { code: 'event-not-allowed' },
    });
    expect(run.try({ ...act, event: 'nothing' })).toMatchObject({
      refusal: { code: 'event-unknown' },
    });
    run.answer('condition-check', 'good');
    run.answer('permit', 'given');
    run.answer('far-ready', 'ready');
    run.answer('itinerary', 'proposed', { dates: { departure: run.at } });
    run.answer('itinerary', 'fixed');
    run.answer('send-off', 'sent');
    run.answer('handover', 'received');
    expect(run.try({ ...act, event: 'claim-filed' })).toMatchObject({
      refusal: { code: 'event-too-late' },
    });
  });

  it('may end the run: everything open is taken back and told, and nothing more is accepted', () => {
    const run = preparing();
    const open = run.open();
    run.report('reader-withdraws');
    expect(run.state.ending).toEqual({ id: 'withdrawn', at: run.at });
    expect(run.open()).toEqual([]);
    const taken = run.effects.filter((effect) => effect.type === 'step-withdrawn');
    expect(taken.map((effect) => effect.step)).toEqual(open);
    expect(run.effects.at(-1)).toEqual({ type: 'run-ended', ending: 'withdrawn' });
    for (const act of [
      { type: 'event-reported', at: run.at, event: 'flood', role: 'courier' },
      {
        type: 'step-completed',
        at: run.at,
        step: 'permit',
        opening: 1,
        outcome: 'given',
        role: 'far-library',
      },
    ] as const) {
      expect(run.try(act)).toMatchObject({ refusal: { code: 'run-ended' } });
    }
  });

  it('may carry the person over to another protocol, without readiness to leave', () => {
    const run = preparing();
    run.answer('permit', 'given');
    run.report('sold-to-archive');
    const continues = { protocol: 'book-archive', entry: 'intake' };
    expect(run.state.ending).toEqual({ id: 'transferred', at: run.at, continues });
    expect(run.effects.at(-1)).toEqual({ type: 'run-ended', ending: 'transferred', continues });
    expect(run.state.facts).not.toHaveProperty('permitGiven');
  });

  it('brings codes and dates only where they are declared and of the declared type', () => {
    const run = preparing();
    const act = { type: 'event-reported', at: run.at, event: 'flood', role: 'courier' } as const;
    for (const [brought, code] of [
      [{ assigns: { nothing: true } }, 'attribute-unknown'],
      [{ assigns: { route: 'air' } }, 'attribute-invalid'],
      [{ assigns: { isRare: 'yes' } }, 'attribute-invalid'],
      [{ assigns: { copies: '3' } }, 'attribute-invalid'],
      [{ dates: { nothing: 1 } }, 'date-unknown'],
    ] as const) {
      expect(run.try({ ...act, ...brought })).toMatchObject({ refusal: { code } });
    }
    run.do({ ...act, assigns: { route: 'river', copies: 3 } });
    expect(run.state.attributes).toMatchObject({ route: 'river', copies: 3 });
  });
});

describe('taking back', () => {
  it('closes the open steps of a stage without an answer and leaves the others', () => {
    const run = preparing();
    run.answer('itinerary', 'proposed');
    run.report('start-over');
    const taken = run.effects.filter((effect) => effect.type === 'step-withdrawn');
    expect(taken.map((effect) => effect.step).sort()).toEqual([
      'condition-check',
      'far-ready',
      'insurance',
      'itinerary',
      'opinion',
      'permit',
    ]);
    expect(run.effects).toContainEqual(
      expect.objectContaining({ type: 'notice', kind: 'withdrawn', role: 'far-library' }),
    );
  });

  it('lets what the same act newly calls for open afresh, every time', () => {
    const run = preparing();
    for (const opening of [2, 3, 4]) {
      run.report('start-over');
      for (const step of ['condition-check', 'permit', 'itinerary', 'far-ready']) {
        expect(run.step(step)?.open, step).toMatchObject({ opening });
      }
    }
  });

  it('takes the time that was put aside as well: the step begins with its whole time again', () => {
    const run = drive(
      tiny(
        [
          {
            id: 'ask',
            when: { any: ['start', 'event:again'] },
            outcomes: [{ id: 'wait', keepsTimeLeft: true }],
            deadline: {},
          },
        ],
        { events: [event('drop', { withdraws: ['ask'] }), event('again')] },
      ),
    );
    run.wait(4 * HOUR);
    run.answer('ask', 'wait');
    run.report('drop');
    run.report('again');
    expect(run.step('ask')?.open?.clock?.dueAt).toBe(MONDAY + 14 * HOUR);
  });

  it('takes every open step of a stage by the name of the stage, and none of another', () => {
    const title = { es: 'Inventado', en: 'Invented' };
    const run = drive(
      tiny(
        [
          { id: 'one', stage: 'first-stage' },
          { id: 'two', stage: 'second-stage' },
          { id: 'three', stage: 'first-stage' },
        ],
        {
          stages: ['first-stage', 'second-stage'].map((id) => ({ id, title })),
          events: [event('drop', { withdraws: ['first-stage'] })],
        },
      ),
    );
    run.report('drop');
    expect(run.open()).toEqual(['two']);
  });

  it('takes one step by its name and leaves the others of its stage; a step never called for is no matter', () => {
    const run = drive(
      tiny([{ id: 'one' }, { id: 'two' }, { id: 'three', when: 'event:never' }], {
        events: [event('drop', { withdraws: ['one', 'three'] }), event('never')],
      }),
    );
    run.report('drop');
    expect(run.open()).toEqual(['two']);
    expect(run.state.steps).not.toHaveProperty('three');
    expect(run.effects).toEqual([
      {
        type: 'notice',
        kind: 'withdrawn',
        role: 'office',
        level: 'institution',
        step: 'one',
        opening: 1,
      },
      { type: 'step-withdrawn', step: 'one', opening: 1 },
    ]);
  });

  it('tells those who signed already as well', () => {
    const run = drive(
      tiny([{ id: 'sign', by: ['office', 'other'] }], {
        events: [event('drop', { withdraws: ['sign'] })],
      }),
    );
    run.answer('sign', 'done', { role: 'office' });
    run.report('drop');
    const told = run.effects.flatMap((effect) => (effect.type === 'notice' ? [effect.role] : []));
    expect(told).toEqual(['office', 'other']);
  });

  it('keeps a step that waited for its time from opening', () => {
    const run = drive(
      tiny([{ id: 'later', notBefore: { length: 1, unit: 'hours', before: 'day' } }], {
        dates: [{ id: 'day', title: { es: 'Día', en: 'Day' } }],
        events: [event('stop', { withdraws: ['later'] }), event('letter')],
      }),
      { dates: { day: MONDAY + 10 * HOUR } },
    );
    expect(run.step('later')?.armed).toBe(true);
    run.report('stop');
    run.wait(20 * HOUR);
    run.report('letter');
    expect(run.open()).toEqual([]);
  });
});

describe('consequences', () => {
  it('apply clearing before setting, so that an answer can renew a fact', () => {
    const run = drive(
      tiny(
        [
          { id: 'renew', outcomes: [{ id: 'done', sets: ['ready'], clears: ['ready'] }] },
          { id: 'after', when: 'ready' },
        ],
        { facts: [fact('ready', true)] },
      ),
    );
    run.answer('after', 'done');
    run.answer('renew', 'done');
    expect(run.step('after')?.open?.opening).toBe(2);
  });
});

describe('a run', () => {
  it('starts only with every role that is not optional, and with what must be known at the start', () => {
    expect(() => drive(bookLoan, { assigns: { isRare: true }, without: ['courier'] })).toThrow(
      'role-unbound',
    );
    expect(() => drive(bookLoan)).toThrow('attribute-missing');
    const run = drive(bookLoan, { assigns: { isRare: true }, without: ['expert'] });
    run.answer('request', 'accepted');
    expect(run.open()).toContain('opinion');
  });

  it('is started once, and nothing happens before', () => {
    const run = preparing();
    expect(run.try(run.acts[0]!)).toMatchObject({ refusal: { code: 'run-exists' } });
  });

  it('counts an act dated before the last one as happening at the last one', () => {
    const run = preparing();
    run.wait(5 * HOUR);
    run.report('flood');
    run.do({
      type: 'event-reported',
      at: MONDAY,
      event: 'flood-over',
      role: 'courier',
    });
    expect(run.state.lastAt).toBe(MONDAY + 5 * HOUR);
  });

  it('is the same when its history is applied again', () => {
    const run = preparing();
    run.answer('itinerary', 'proposed', { dates: { departure: MONDAY + 300 * HOUR } });
    run.wait(100 * HOUR);
    run.report('start-over');
    expect(fold(bookLoan, run.acts)).toEqual(run.state);
  });

  it('cannot be rebuilt under a version that refuses one of its acts', () => {
    expect(() =>
      fold(bookLoan, [{ ...preparing().acts[0]!, at: Number.NaN, dates: { departure: 0 } } as Act]),
    ).toThrow('Act 1 (run-started) is refused by book-loan v1: date-invalid');
    const run = preparing();
    run.answer('permit', 'given');
    const other = { ...bookLoan, steps: bookLoan.steps.filter((step) => step.id !== 'permit') };
    expect(() => fold(other, run.acts)).toThrow('Act 3 (step-completed) is refused');
  });
});
