import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { apply } from './apply.js';
import { pendingClocks } from './due.js';

/** A check is valid for a day; the trip needs it. */
const trip = tiny(
  [
    {
      id: 'check',
      kind: 'assessment',
      when: { any: ['start', 'expired:fit'] },
      outcomes: [{ id: 'fit', sets: [{ fact: 'fit', validFor: { length: 24, unit: 'hours' } }] }],
    },
    {
      id: 'leave',
      when: 'check:fit',
      requires: ['fit'],
      effects: ['departs'],
      deadline: { length: 5, unit: 'calendar-days', silence: 'L2' },
      outcomes: [
        { id: 'left', ends: 'over' },
        { id: 'stays', despiteMissing: true },
      ],
    },
  ],
  { facts: [fact('fit')], events: [event('news')] },
);

/** Checked on Monday; no clock is entered afterwards, as when nobody was there to enter it. */
function ready() {
  const run = drive(trip);
  run.answer('check', 'fit');
  return run.state;
}

const leave = (at: number, outcome = 'left') =>
  apply(trip, ready(), {
    type: 'step-completed',
    step: 'leave',
    opening: 1,
    outcome,
    role: 'office',
    at,
  });

describe('a fact past its validity, before its expiry was entered', () => {
  it('counts to its last millisecond', () => {
    expect(leave(MONDAY + DAY - 1).ok).toBe(true);
  });

  it.each([0, 1, HOUR, 40 * DAY])('does not let a person depart %i ms later', (later) => {
    expect(leave(MONDAY + DAY + later)).toMatchObject({
      ok: false,
      refusal: { code: 'requirement-missing', params: { missing: 'fit' } },
    });
  });

  it('runs out with whatever is entered next, and calls for what waits for that', () => {
    const told = apply(trip, ready(), {
      type: 'event-reported',
      event: 'news',
      role: 'office',
      at: MONDAY + 2 * DAY,
    });
    if (!told.ok) throw new Error(told.refusal.code);
    expect(told.state.facts.fit).toBeUndefined();
    expect(told.state.steps.leave?.open?.missing).toEqual(['fit']);
    expect(told.state.steps.check?.open?.opening).toBe(2);
    expect(pendingClocks(told.state).some(({ clock }) => clock.kind === 'expiry')).toBe(false);
  });

  it('does not keep anybody from staying', () => {
    expect(leave(MONDAY + 3 * DAY, 'stays').ok).toBe(true);
  });
});
