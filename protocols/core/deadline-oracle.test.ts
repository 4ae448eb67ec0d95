import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { type Drive, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';

/*
 * Due instants and ladders computed here from first principles, without protocols/rules: elapsed milliseconds for
 * hours, whole local days for days. Both zones of the fixture keep one offset all year.
 */
const TEGUCIGALPA = -6 * HOUR;
const PANAMA = -5 * HOUR;
const DAY = 24 * HOUR;

const localDay = (at: number, offset: number) => Math.floor((at + offset) / DAY);
/** Last second of the n-th local day after (before, when negative) the day of an instant. */
const endOfLocalDay = (at: number, n: number, offset: number) =>
  (localDay(at, offset) + n + 1) * DAY - offset - 1000;

const shares = {
  'reminder-50': 0.5,
  'reminder-90': 0.9,
  due: 1,
  'escalate-150': 1.5,
  'escalate-200': 2,
};
const expectLadder = (
  run: Drive,
  step: string,
  startAt: number,
  dueAt: number,
  marks: string[],
) => {
  const clock = run.step(step)?.open?.clock;
  expect(clock?.dueAt, step).toBe(dueAt);
  expect(clock?.marks.map(({ mark }) => mark)).toEqual(marks);
  for (const { mark, at } of clock?.marks ?? []) {
    const exact = startAt + (dueAt - startAt) * shares[mark];
    expect(Math.abs(at - exact), mark).toBeLessThanOrEqual(1);
  }
};
const FULL = ['reminder-50', 'reminder-90', 'due', 'escalate-150', 'escalate-200'];

/** Instants around midnight in both zones, on ordinary days, at year's end and on a leap day. */
const STARTS = [
  MONDAY,
  Date.UTC(2026, 2, 3, 5, 59, 59, 999),
  Date.UTC(2026, 2, 3, 6, 0, 0, 0),
  Date.UTC(2026, 2, 3, 4, 59, 59),
  Date.UTC(2026, 11, 31, 23, 30),
  Date.UTC(2028, 1, 28, 12),
];

describe.each(STARTS)('deadlines of a run started at %s', (startedAt) => {
  const begun = () => drive(bookLoan, { at: startedAt, assigns: { isRare: true } });

  it('count hours as time elapsed', () => {
    const run = begun();
    expectLadder(run, 'request', startedAt, startedAt + 10 * HOUR, FULL);
    run.wait(3 * HOUR + 17);
    run.answer('request', 'accepted');
    expectLadder(run, 'condition-check', run.at, run.at + 24 * HOUR, FULL);
  });

  it('count calendar days on dates of the institution, to the last second of the last day', () => {
    const run = begun();
    run.answer('request', 'ask-reader');
    const due = endOfLocalDay(startedAt, 5, TEGUCIGALPA);
    expectLadder(run, 'reader-answer', startedAt, due, FULL);
  });

  it('count from the start of the run where they say so, also when the step opens later', () => {
    const run = begun();
    run.wait(9 * HOUR);
    run.answer('request', 'accepted');
    expectLadder(run, 'opinion', startedAt, endOfLocalDay(startedAt, 3, TEGUCIGALPA), FULL);
  });

  it('count from another step where they say so', () => {
    const run = begun();
    run.wait(2 * HOUR);
    run.answer('request', 'accepted');
    expectLadder(run, 'itinerary', run.at, run.at + 48 * HOUR, FULL);
  });

  it('count back from a planned date in the zone of the institution that must keep them', () => {
    const run = begun();
    run.answer('request', 'accepted');
    expect(run.step('far-ready')?.open?.clock).toBeUndefined();
    const departure = startedAt + 30 * DAY + 5 * HOUR;
    run.answer('itinerary', 'proposed', { dates: { departure } });
    const due = endOfLocalDay(departure, -5, PANAMA);
    expectLadder(run, 'far-ready', run.at, due, FULL);
    run.wait(3 * DAY);
    const moved = departure + 9 * DAY;
    run.answer('itinerary', 'proposed', { dates: { departure: moved } });
    expectLadder(run, 'far-ready', run.at, endOfLocalDay(moved, -5, PANAMA), FULL);
    expect(run.effects).toContainEqual(
      expect.objectContaining({ type: 'clock-moved', step: 'far-ready', paused: false }),
    );
  });

  it('are due at once when the planned date is too near, and climb within two hours', () => {
    const run = begun();
    run.answer('request', 'accepted');
    run.answer('itinerary', 'proposed', { dates: { departure: startedAt + DAY } });
    expect(run.step('far-ready')?.open?.clock?.marks).toEqual([
      { mark: 'due', at: startedAt },
      { mark: 'escalate-150', at: startedAt + HOUR },
      { mark: 'escalate-200', at: startedAt + 2 * HOUR },
    ]);
  });

  it('are already over where they counted from a long past start, and lapse when looked at', () => {
    const run = begun();
    run.wait(9 * DAY);
    run.answer('request', 'accepted');
    const clock = run.step('opinion')?.open?.clock;
    expect(clock?.dueAt).toBe(run.at);
    expect(clock?.marks[0]).toEqual({ mark: 'due', at: run.at });
    run.wait(0);
    expect(run.step('opinion')).toMatchObject({ outcome: 'no-objection' });
  });

  it('let silence act at the exact instant and not before', () => {
    const run = begun();
    run.answer('request', 'ask-reader');
    const due = endOfLocalDay(startedAt, 5, TEGUCIGALPA);
    run.goTo(due - 1);
    expect(run.open()).toEqual(['reader-answer']);
    run.goTo(due);
    expect(run.step('reader-answer')?.outcome).toBe('no-answer');
    expect(run.step('request')?.open).toMatchObject({ opening: 2, openedAt: due });
  });
});

describe('working days', () => {
  it('skip weekends and the holidays of the country of the institution', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    // From Monday 2 March 2026: fifteen working days without a Panamanian holiday end on Monday 23 March.
    expect(run.step('permit')?.open?.clock?.dueAt).toBe(Date.UTC(2026, 2, 24, 5) - 1000);
  });
});

describe('a paused clock', () => {
  it('has all its days again after the pause, and never fires in between', () => {
    const run = drive(bookLoan, { assigns: { isRare: false } });
    run.answer('request', 'accepted');
    const departure = MONDAY + 40 * DAY;
    run.answer('itinerary', 'proposed', { dates: { departure } });
    run.wait(2 * DAY);
    run.report('flood');
    expect(run.step('permit')?.open?.clock?.pausedAt).toBe(run.at);
    run.wait(60 * DAY);
    expect(run.step('permit')?.open).toBeDefined();
    run.report('flood-over');
    // Paused on Wednesday 4 March with thirteen whole working days left, resumed on Sunday 3 May. The rest of
    // that Wednesday is not had on a Sunday, so the fourteenth working day after it is the last.
    expect(run.step('permit')?.open?.clock?.dueAt).toBe(Date.UTC(2026, 4, 22, 5) - 1000);
  });
});
