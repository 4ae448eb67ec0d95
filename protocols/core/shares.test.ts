import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';

const underway = (before: (run: ReturnType<typeof drive>) => void = () => {}) => {
  const run = drive(bookLoan, { assigns: { isRare: false }, dates: { departure: MONDAY } });
  before(run);
  run.answer('request', 'accepted');
  run.answer('condition-check', 'good');
  run.answer('permit', 'given');
  run.answer('far-ready', 'ready');
  run.answer('itinerary', 'fixed');
  run.answer('send-off', 'sent');
  return run;
};
/** The end of 4 March 2026 in Tegucigalpa, two calendar days after the act. */
const ACKNOWLEDGE_BY = Date.UTC(2026, 2, 5, 6) - 1000;
const KEY = 'tell-expert#1:route-sheet';

describe('a share', () => {
  it('is released by the outcomes it names, with its categories and the time to acknowledge', () => {
    const run = underway();
    run.answer('tell-expert', 'told');
    expect(run.effects.filter((effect) => effect.type === 'share-released')).toEqual([
      {
        type: 'share-released',
        share: KEY,
        step: 'tell-expert',
        opening: 1,
        to: 'expert',
        categories: ['D1', 'D10'],
        acknowledgeBy: ACKNOWLEDGE_BY,
      },
    ]);
    const other = underway();
    other.answer('tell-expert', 'not-told');
    const released = other.effects.filter((effect) => effect.type === 'share-released');
    expect(released.map((effect) => effect.to)).toEqual(['expert', 'far-library']);
  });

  it('is suppressed while its condition holds, on the record', () => {
    const run = underway((begun) => begun.report('flood'));
    run.answer('tell-expert', 'told');
    expect(run.effects).toContainEqual({
      type: 'share-suppressed',
      share: KEY,
      step: 'tell-expert',
      opening: 1,
      to: 'expert',
    });
    expect(run.effects).not.toContainEqual(expect.objectContaining({ type: 'share-released' }));
    expect(run.state.acknowledgements).toEqual({});
  });

  it('for a role nobody fills goes to nobody, not to the lead who stands in for it', () => {
    const run = drive(bookLoan, {
      assigns: { isRare: false },
      dates: { departure: MONDAY },
      without: ['expert'],
    });
    const steps = ['request', 'condition-check', 'permit', 'far-ready', 'itinerary', 'send-off'];
    const answers = ['accepted', 'good', 'given', 'ready', 'fixed', 'sent', 'told'];
    for (const [index, step] of [...steps, 'tell-expert'].entries()) {
      run.answer(step, answers[index]!);
    }
    expect(run.effects).toContainEqual({
      type: 'share-suppressed',
      share: KEY,
      step: 'tell-expert',
      opening: 1,
      to: 'expert',
    });
    expect(run.effects).not.toContainEqual(expect.objectContaining({ type: 'share-released' }));
    expect(run.state.acknowledgements).toEqual({});
  });

  it('sent with the answer that ends the run waits for nobody: no run is left to remind anybody', () => {
    const words = { es: 'Inventado', en: 'Invented' };
    const source = { mark: 'proposal', ref: 'invented' } as const;
    const acknowledge = { length: 4, unit: 'hours', source } as const;
    const run = drive(
      tiny([
        {
          id: 'last',
          shares: [
            {
              id: 'all',
              to: 'other',
              categories: ['D10'],
              purpose: words,
              ground: source,
              acknowledge,
            },
          ],
          outcomes: [{ id: 'done', ends: 'over' }],
        },
      ]),
    );
    run.answer('last', 'done');
    expect(run.effects.at(-1)).toStrictEqual({
      type: 'share-released',
      share: 'last#1:all',
      step: 'last',
      opening: 1,
      to: 'other',
      categories: ['D10'],
    });
    expect(run.state.acknowledgements).toEqual({});
  });

  it('is acknowledged once, by its recipient only', () => {
    const run = underway();
    run.answer('tell-expert', 'told');
    const act = { type: 'share-acknowledged', at: run.at, share: KEY } as const;
    expect(run.try({ ...act, role: 'courier' })).toMatchObject({
      refusal: { code: 'not-recipient' },
    });
    run.do({ ...act, role: 'expert' });
    expect(run.try({ ...act, role: 'expert' })).toMatchObject({
      refusal: { code: 'share-unknown' },
    });
    const told: unknown[] = [];
    run.goTo(ACKNOWLEDGE_BY);
    told.push(...run.effects.filter((effect) => 'level' in effect && effect.role === 'expert'));
    expect(told).toEqual([]);
  });

  it('not acknowledged in time reaches the supervisor and then the lead institution', () => {
    const run = underway();
    run.answer('tell-expert', 'told');
    run.goTo(ACKNOWLEDGE_BY);
    expect(run.effects).toContainEqual(
      expect.objectContaining({ kind: 'overdue', level: 'supervisor', role: 'expert' }),
    );
    const half = Math.floor((ACKNOWLEDGE_BY - MONDAY) / 2);
    run.goTo(ACKNOWLEDGE_BY + half);
    expect(run.effects).toContainEqual(
      expect.objectContaining({ level: 'lead-technical', role: 'home-library' }),
    );
  });

  it('can still be acknowledged after the run ended', () => {
    const run = underway();
    run.answer('tell-expert', 'told');
    run.report('reader-withdraws');
    run.do({ type: 'share-acknowledged', at: run.at, share: KEY, role: 'expert' });
    expect(run.state.acknowledgements).toEqual({});
    expect(run.state.ending?.id).toBe('withdrawn');
  });
});

describe('a role given to another institution', () => {
  const binding = {
    institution: 'invented-second-courier',
    country: 'HN',
    timeZone: 'America/Tegucigalpa',
  };

  it('takes its open steps along: the new one is told, the old one too', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    run.do({ type: 'role-reassigned', at: run.at, role: 'courier', binding });
    expect(run.state.bindings.courier).toEqual(binding);
    expect(run.effects).toEqual([
      {
        type: 'role-moved',
        role: 'courier',
        institution: 'invented-second-courier',
        from: 'invented-courier',
      },
      expect.objectContaining({ kind: 'reassigned', step: 'itinerary', role: 'courier' }),
      expect.objectContaining({
        kind: 'withdrawn',
        step: 'itinerary',
        institution: 'invented-courier',
      }),
    ]);
    expect(run.step('itinerary')?.open?.opening).toBe(1);
  });

  it('keeps the running deadline', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    const before = run.step('itinerary')?.open?.clock;
    run.wait(HOUR);
    run.do({ type: 'role-reassigned', at: run.at, role: 'courier', binding });
    expect(run.step('itinerary')?.open?.clock).toEqual(before);
  });

  it('must be a role of the protocol', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    expect(run.try({ type: 'role-reassigned', at: run.at, role: 'nobody', binding })).toMatchObject(
      { refusal: { code: 'role-unknown' } },
    );
  });
});
