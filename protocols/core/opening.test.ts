import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { pendingClocks } from './due.js';

const started = () => drive(bookLoan, { assigns: { isRare: true } });

describe('opening', () => {
  it('opens at the start what waits for nothing else, and tells its institution', () => {
    const run = started();
    expect(run.open()).toEqual(['request']);
    expect(run.effects).toContainEqual({
      type: 'step-opened',
      step: 'request',
      opening: 1,
      roles: ['home-library'],
      dueAt: MONDAY + 10 * HOUR,
    });
    expect(run.effects).toContainEqual(
      expect.objectContaining({ type: 'notice', kind: 'opened', role: 'home-library' }),
    );
  });

  it('opens parallel parts at once, in definition order', () => {
    const run = started();
    run.answer('request', 'accepted');
    const opened = run.effects.filter((effect) => effect.type === 'step-opened');
    expect(opened.map((effect) => effect.step)).toEqual([
      'condition-check',
      'permit',
      'opinion',
      'itinerary',
      'far-ready',
    ]);
  });

  it('leaves a part out where an attribute says so', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    expect(run.open()).not.toContain('opinion');
  });

  it('joins: opens the common step only after the last part, in whatever order they end', () => {
    const parts = [
      ['permit', 'given'],
      ['far-ready', 'ready'],
      ['itinerary', 'fixed'],
    ] as const;
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const run = drive(bookLoan, {
        assigns: { isRare: false },
        dates: { departure: MONDAY + 2 * HOUR },
      });
      run.answer('request', 'accepted');
      run.answer('condition-check', 'good');
      for (const part of order) {
        expect(run.open()).not.toContain('send-off');
        const [step, outcome] = parts[part]!;
        run.answer(step, outcome);
      }
      expect(run.open()).toContain('send-off');
    }
  });

  it('opens again when what its guard names is newly established, with a new number', () => {
    const run = started();
    run.answer('request', 'ask-reader');
    expect(run.open()).toEqual(['reader-answer']);
    run.answer('reader-answer', 'answered');
    expect(run.step('request')).toMatchObject({ openings: 2, open: { opening: 2 } });
    expect(run.step('request')?.outcome).toBeUndefined();
  });

  it('does not open again only because its guard still holds', () => {
    const run = drive(tiny([{ id: 'once' }, { id: 'beside' }]));
    run.answer('once', 'done');
    run.answer('beside', 'done');
    expect(run.open()).toEqual([]);
  });

  it('opens again when its guard stopped holding and holds anew', () => {
    const run = drive(
      tiny([{ id: 'watch', when: { not: 'dry' } }], {
        facts: [fact('dry')],
        events: [event('sun', { sets: ['dry'] }), event('rain', { clears: ['dry'] })],
      }),
    );
    run.answer('watch', 'done');
    run.report('rain');
    expect(run.open()).toEqual([]);
    run.report('sun');
    run.report('rain');
    expect(run.step('watch')?.open?.opening).toBe(2);
  });

  it('does not open again because a fact is set that held already', () => {
    const run = drive(
      tiny([{ id: 'read', when: 'ready' }], {
        facts: [fact('ready')],
        events: [event('letter', { sets: ['ready'] })],
      }),
    );
    run.report('letter');
    run.answer('read', 'done');
    run.report('letter');
    expect(run.open()).toEqual([]);
  });

  it('absorbs what is established while the step is open', () => {
    const run = drive(tiny([{ id: 'read', when: 'event:letter' }], { events: [event('letter')] }));
    run.report('letter');
    run.report('letter');
    expect(run.step('read')).toMatchObject({ openings: 1 });
    run.answer('read', 'done');
    expect(run.open()).toEqual([]);
    run.report('letter');
    expect(run.step('read')?.open?.opening).toBe(2);
  });

  it('repeats through its own outcome', () => {
    const run = drive(
      tiny([{ id: 'try', when: { any: ['start', 'try:again'] }, outcomes: ['again', 'done'] }]),
    );
    run.answer('try', 'again');
    run.answer('try', 'again');
    expect(run.step('try')?.open?.opening).toBe(3);
    run.answer('try', 'done');
    expect(run.open()).toEqual([]);
  });

  it('clears at opening what the step is about to establish anew', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    run.answer('condition-check', 'good');
    expect(run.state.facts).toHaveProperty('conditionChecked');
    run.report('start-over');
    expect(run.step('condition-check')?.open?.opening).toBe(2);
    expect(run.state.facts).not.toHaveProperty('conditionChecked');
  });

  it('opens nothing once the run has ended, even what the last answer calls for', () => {
    const run = drive(
      tiny([
        { id: 'last', outcomes: [{ id: 'done', ends: 'over' }] },
        { id: 'too-late', when: 'last:done' },
      ]),
    );
    run.answer('last', 'done');
    expect(run.open()).toEqual([]);
  });

  it('takes the answer back when a step opens again, so that what hung on it waits again', () => {
    const run = drive(
      tiny(
        [
          { id: 'first', when: { any: ['start', 'event:redo'] } },
          { id: 'last', when: { all: ['first:done', 'event:go'] } },
        ],
        { events: [event('redo'), event('go')] },
      ),
    );
    run.answer('first', 'done');
    run.report('redo');
    run.report('go');
    expect(run.open()).toEqual(['first']);
    run.answer('first', 'done');
    expect(run.open()).toEqual(['last']);
  });

  it('hands over to a person when the limit is reached, instead of opening once more', () => {
    const run = started();
    for (let round = 1; round < 3; round += 1) {
      run.answer('request', 'ask-reader');
      run.answer('reader-answer', 'answered');
    }
    run.answer('request', 'ask-reader');
    run.answer('reader-answer', 'answered');
    expect(run.open()).toEqual(['decide-stuck']);
    expect(run.step('request')?.openings).toBe(3);
    run.answer('decide-stuck', 'stop');
    expect(run.state.ending?.id).toBe('declined');
  });

  it('refuses an answer to an earlier opening and to a step that is not open', () => {
    const run = started();
    run.answer('request', 'ask-reader');
    run.answer('reader-answer', 'answered');
    const act = {
      type: 'step-completed',
      at: run.at,
      step: 'request',
      outcome: 'accepted',
      role: 'home-library',
    } as const;
    expect(run.try({ ...act, opening: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'opening-superseded', params: { current: 2, given: 1 } },
    });
    expect(run.try({ ...act, step: 'permit', opening: 1 })).toMatchObject({
      refusal: { code: 'step-not-open' },
    });
    expect(run.try({ ...act, step: 'nothing', opening: 1 })).toMatchObject({
      refusal: { code: 'step-unknown' },
    });
    expect(run.try({ ...act, opening: 2, outcome: 'nothing' })).toMatchObject({
      refusal: { code: 'outcome-unknown' },
    });
    expect(run.try({ ...act, opening: 2, role: 'courier' })).toMatchObject({
      refusal: { code: 'not-responsible' },
    });
  });
});

describe('what one act sets off', () => {
  const LONG = 24;
  const links = Array.from({ length: LONG }, (_, index) => index);

  it('happens in that act to its end, however long the chain and in whatever order it is written', () => {
    const chain = links.map((index) => ({
      id: `step-${index}`,
      when: index === LONG - 1 ? ('event:go' as const) : ({ not: `held-${index + 1}` } as const),
      clearsAtOpening: [`held-${index}`],
    }));
    const run = drive(
      tiny(chain, {
        facts: links.map((index) => fact(`held-${index}`, true)),
        events: [event('go')],
      }),
    );
    expect(run.open()).toEqual([]);
    run.report('go');
    expect(run.open()).toHaveLength(LONG);
  });

  it('goes on to a person when a limit is reached, though that step is written before', () => {
    const run = drive(
      tiny([
        { id: 'decide', when: 'exhausted:ask' },
        { id: 'ask', when: { any: ['start', 'ask:again'] }, limit: 1, outcomes: ['again'] },
      ]),
    );
    run.answer('ask', 'again');
    expect(run.open()).toEqual(['decide']);
  });
});

describe('opening not before a planned date', () => {
  const ready = (departure: number) => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    run.answer('condition-check', 'good');
    run.answer('permit', 'given');
    run.answer('far-ready', 'ready');
    run.answer('itinerary', 'proposed', { dates: { departure } });
    run.answer('itinerary', 'fixed');
    return run;
  };

  it('waits until the given time before the date and then opens by itself', () => {
    const run = ready(MONDAY + 48 * HOUR);
    expect(run.open()).not.toContain('send-off');
    expect(run.step('send-off')).toMatchObject({ armed: true, opensAt: MONDAY + 24 * HOUR });
    run.goTo(MONDAY + 24 * HOUR - 1);
    run.report('flood');
    expect(run.open()).not.toContain('send-off');
    run.goTo(MONDAY + 24 * HOUR);
    expect(run.open()).toContain('send-off');
    expect(run.step('send-off')?.open?.openedAt).toBe(MONDAY + 24 * HOUR);
  });

  it('follows the date when it moves later or nearer', () => {
    const run = ready(MONDAY + 48 * HOUR);
    run.report('flood-over', { dates: { departure: MONDAY + 60 * HOUR } });
    expect(run.step('send-off')?.opensAt).toBe(MONDAY + 36 * HOUR);
    run.report('flood-over', { dates: { departure: MONDAY + 20 * HOUR } });
    expect(run.open()).toContain('send-off');
  });

  it('does not open while the date is unknown', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    run.answer('condition-check', 'good');
    run.answer('permit', 'given');
    run.answer('far-ready', 'ready');
    run.answer('itinerary', 'fixed');
    expect(run.step('send-off')).toMatchObject({ armed: true });
    expect(run.step('send-off')?.opensAt).toBeUndefined();
    expect(run.open()).not.toContain('send-off');
    expect(pendingClocks(run.state).map(({ clock }) => clock.kind)).not.toContain('opening');
  });

  it('does not open at its time while a required fact is missing, but as soon as it is there', () => {
    const run = ready(MONDAY + 48 * HOUR);
    run.report('claim-filed');
    run.goTo(MONDAY + 30 * HOUR);
    expect(run.open()).not.toContain('send-off');
    run.report('claim-dropped');
    expect(run.open()).toContain('send-off');
  });
});

describe('a series whose first visit waits for more than its anchor', () => {
  const visits = (after: 'first:done' | 'later:done', when: 'start' | 'event:go') =>
    drive(
      tiny(
        [
          { id: 'first' },
          { id: 'later' },
          {
            id: 'visits',
            when,
            series: {
              after,
              at: [
                { length: 10, unit: 'hours' },
                { length: 20, unit: 'hours' },
              ],
            },
          },
          { id: 'closing', when: 'finished:visits' },
        ],
        { events: [event('go')] },
      ),
    );

  it('still counts from the anchor', () => {
    const run = visits('first:done', 'event:go');
    run.answer('first', 'done');
    run.wait(3 * HOUR);
    run.report('go');
    expect(run.step('visits')?.opensAt).toBe(MONDAY + 10 * HOUR);
    run.wait(7 * HOUR);
    run.answer('visits', 'done');
    expect(run.step('visits')?.opensAt).toBe(MONDAY + 20 * HOUR);
    expect(run.open()).not.toContain('closing');
    run.wait(10 * HOUR);
    run.answer('visits', 'done');
    expect(run.open()).toContain('closing');
  });

  it('counts from when it was called for while the anchor has not happened', () => {
    const run = visits('later:done', 'event:go');
    run.wait(3 * HOUR);
    run.report('go');
    expect(run.step('visits')?.opensAt).toBe(MONDAY + 13 * HOUR);
  });
});

describe('a series of visits', () => {
  const arrived = () => {
    const run = drive(bookLoan, {
      assigns: { isRare: false },
      dates: { departure: MONDAY + HOUR },
    });
    run.answer('request', 'accepted');
    run.answer('condition-check', 'good');
    run.answer('permit', 'given');
    run.answer('far-ready', 'ready');
    run.answer('itinerary', 'fixed');
    run.answer('send-off', 'sent');
    run.answer('handover', 'received');
    return run;
  };
  /** End of a local day in Panama (UTC-5). */
  const endOfDay = (month: number, day: number) => Date.UTC(2026, month, day + 1, 5) - 1000;

  it('opens each visit at its distance from the anchor, one, three and six months later', () => {
    const run = arrived();
    expect(run.open()).not.toContain('visits');
    for (const [month, opening] of [
      [3, 1],
      [5, 2],
      [8, 3],
    ] as const) {
      run.goTo(endOfDay(month, 2) - 1);
      expect(run.open()).not.toContain('visits');
      run.goTo(endOfDay(month, 2));
      expect(run.step('visits')?.open).toMatchObject({ opening, openedAt: endOfDay(month, 2) });
      run.wait(DAY);
      run.answer('visits', 'seen');
    }
    expect(run.open()).toContain('closing');
  });

  it('does not skip a visit because the one before was late', () => {
    const run = arrived();
    run.goTo(endOfDay(8, 20));
    run.answer('visits', 'seen');
    expect(run.step('visits')?.open?.opening).toBe(2);
    run.answer('visits', 'seen');
    expect(run.step('visits')?.open?.opening).toBe(3);
    run.answer('visits', 'seen');
    expect(run.open()).toContain('closing');
  });

  it('ends early with an outcome that ends it', () => {
    const run = arrived();
    run.goTo(endOfDay(3, 2));
    run.answer('visits', 'lost');
    expect(run.step('visits')?.armed).toBeUndefined();
    expect(run.open()).toContain('closing');
    run.answer('closing', 'closed');
    expect(run.state.ending).toMatchObject({ id: 'done', at: run.at });
  });
});
