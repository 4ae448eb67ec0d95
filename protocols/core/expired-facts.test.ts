import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import type { Definition } from '../language/definition.js';
import { apply } from './apply.js';
import { pendingClocks } from './due.js';
import type { RunState } from './state.js';

const both = (text: string) => ({ es: text, en: text });
const source = { mark: 'proposal', ref: 'invented' } as const;

/** A check is valid for a day; the trip needs it. */
const trip: Definition = {
  language: 1,
  id: 'trip',
  version: 1,
  regime: 'no-return',
  title: both('trip'),
  purpose: both('trip'),
  population: both('nobody'),
  legalBasis: [],
  roles: [{ id: 'office', kind: 'OFF', side: 'either', title: both('office') }],
  lead: 'office',
  attributes: [],
  facts: [{ id: 'fit', title: both('fit'), missing: both('not fit') }],
  dates: [],
  stages: [{ id: 'all', title: both('all') }],
  steps: [
    {
      id: 'check',
      kind: 'assessment',
      stage: 'all',
      title: both('check'),
      by: 'office',
      when: { any: ['start', 'expired:fit'] },
      outcomes: [
        {
          id: 'fit',
          title: both('fit'),
          sets: [{ fact: 'fit', validFor: { length: 24, unit: 'hours' } }],
        },
      ],
    },
    {
      id: 'leave',
      kind: 'task',
      stage: 'all',
      title: both('leave'),
      by: 'office',
      when: 'check:fit',
      requires: ['fit'],
      effects: ['departs'],
      deadline: { length: 5, unit: 'calendar-days', silence: 'L2', source },
      outcomes: [
        { id: 'left', title: both('left'), ends: 'gone' },
        { id: 'stays', title: both('stays'), despiteMissing: true },
      ],
    },
  ],
  events: [{ id: 'news', title: both('news'), by: 'anyone' }],
  endings: [{ id: 'gone', title: both('gone') }],
};

const bindings = {
  office: { institution: 'invented', country: 'HN', timeZone: 'America/Tegucigalpa' },
};

function ready(): RunState {
  const begun = apply(trip, undefined, { type: 'run-started', at: MONDAY, bindings });
  if (!begun.ok) throw new Error(begun.refusal.code);
  const fit = apply(trip, begun.state, {
    type: 'step-completed',
    step: 'check',
    opening: 1,
    outcome: 'fit',
    role: 'office',
    at: MONDAY,
  });
  if (!fit.ok) throw new Error(fit.refusal.code);
  return fit.state;
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
