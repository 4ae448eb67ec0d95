import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';

const both = (text: string) => ({ es: text, en: text });
const LAST_DAY = { id: 'last-day', type: 'date', category: 'D1', label: both('last day') } as const;

const issue: Step = {
  id: 'issue',
  kind: 'document',
  stage: 'all',
  title: both('issue'),
  by: 'office',
  when: { any: ['start', 'expired:paper'] },
  form: [{ ...LAST_DAY, required: ['issued'], ends: 'paper' }],
  outcomes: [
    {
      id: 'issued',
      title: both('issued'),
      sets: [{ fact: 'paper', validFor: { length: 90, unit: 'calendar-days' } }],
    },
    { id: 'not-issued', title: both('not issued') },
  ],
};

/** A paper is good until the day it bears, at most 90 days; the trip needs it. */
function trip(change: Partial<Step> = {}): Definition {
  return {
    language: 1,
    id: 'trip',
    version: 1,
    regime: 'no-return',
    title: both('trip'),
    purpose: both('trip'),
    population: both('nobody'),
    legalBasis: [],
    roles: [
      { id: 'office', kind: 'OFF', side: 'sending', title: both('office') },
      { id: 'counsel', kind: 'LEGAL', side: 'sending', title: both('counsel') },
    ],
    lead: 'office',
    attributes: [],
    facts: [{ id: 'paper', title: both('paper'), missing: both('no paper') }],
    dates: [],
    stages: [{ id: 'all', title: both('all') }],
    steps: [
      { ...issue, ...change },
      {
        id: 'leave',
        kind: 'task',
        stage: 'all',
        title: both('leave'),
        by: 'office',
        when: 'paper',
        requires: ['paper'],
        outcomes: [{ id: 'left', title: both('left'), ends: 'gone' }],
      },
    ],
    events: [],
    endings: [{ id: 'gone', title: both('gone') }],
  };
}

/** The last second of a day in Tegucigalpa (UTC-6), where the lead is. */
const endOf = (on: string) => Date.parse(`${on}T23:59:59-06:00`);
const until = (run: ReturnType<typeof drive>) => run.state.facts.paper?.until;

describe('a fact whose last day the answer names', () => {
  it('holds through that day where the lead is, and not a second longer', () => {
    const run = drive(trip());
    run.answer('issue', 'issued', { ends: { paper: '2026-03-10' } });
    expect(until(run)).toBe(endOf('2026-03-10'));
    run.goTo(endOf('2026-03-10') - 1);
    expect(run.open()).toEqual(['leave']);
    run.goTo(endOf('2026-03-10'));
    expect(run.state.facts.paper).toBeUndefined();
    expect(run.open(), 'a new paper is asked for').toEqual(['issue', 'leave']);
    expect(run.step('leave')?.open?.missing).toEqual(['paper']);
  });

  it('holds no longer than the protocol lets it, however late the day', () => {
    const run = drive(trip());
    run.answer('issue', 'issued', { ends: { paper: '2036-01-01' } });
    const longest = until(run);
    const other = drive(trip());
    other.answer('issue', 'issued');
    expect(longest).toBe(until(other));
    expect(longest).toBe(endOf('2026-05-31'));
  });

  it('is not set by an answer that names a day that is over', () => {
    const run = drive(trip());
    const answer = (on: string, outcome: string) =>
      run.try({
        type: 'step-completed',
        at: MONDAY,
        step: 'issue',
        opening: 1,
        outcome,
        role: 'office',
        ends: { paper: on },
      });
    expect(answer('2026-03-01', 'issued')).toMatchObject({
      ok: false,
      refusal: { code: 'already-ended', params: { on: '2026-03-01' } },
    });
    expect(answer('2026-03-02', 'issued').ok, 'today is not over').toBe(true);
    expect(answer('2026-03-01', 'not-issued').ok, 'nothing is set').toBe(true);
  });

  it.each(['2026-02-30', 'mañana', '9999-01-01', ''])('is not set by %o, which is no day', (on) => {
    const refused = drive(trip()).try({
      type: 'step-completed',
      at: MONDAY,
      step: 'issue',
      opening: 1,
      outcome: 'issued',
      role: 'office',
      ends: { paper: on },
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'last-day-invalid' } });
  });

  it('ends on the earliest day anybody who signed named', () => {
    const run = drive(trip({ by: ['office', 'counsel'] }));
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-10' } });
    run.answer('issue', 'issued', { role: 'counsel', ends: { paper: '2026-03-20' } });
    expect(until(run)).toBe(endOf('2026-03-10'));
    const other = drive(trip({ by: ['office', 'counsel'] }));
    other.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-20' } });
    other.answer('issue', 'issued', { role: 'counsel', ends: { paper: '2026-03-10' } });
    expect(until(other)).toBe(endOf('2026-03-10'));
  });

  it('takes the day of the answer that replaced another, also where that is later', () => {
    const run = drive(trip({ by: ['office', 'counsel'] }));
    run.answer('issue', 'not-issued', { role: 'office', ends: { paper: '2026-03-05' } });
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-10' } });
    run.answer('issue', 'issued', { role: 'counsel' });
    expect(until(run)).toBe(endOf('2026-03-10'));
  });

  it('is not made longer by the second person who confirms it', () => {
    const run = drive(trip({ secondPerson: ['issued'] }));
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-10' } });
    expect(until(run)).toBeUndefined();
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-20' } });
    expect(until(run)).toBe(endOf('2026-03-10'));
  });

  it('ran out before it held where the last signature comes after that day', () => {
    const run = drive(trip({ by: ['office', 'counsel'] }));
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-03' } });
    run.wait(3 * DAY);
    run.answer('issue', 'issued', { role: 'counsel' });
    expect(run.state.facts.paper).toBeUndefined();
    expect(run.open(), 'nobody leaves, and it is asked again').toEqual(['issue']);
  });

  it('ends earlier or later only by a new answer to the step', () => {
    const run = drive(trip({ when: 'start' }));
    run.answer('issue', 'issued', { ends: { paper: '2026-03-10' } });
    const again = run.try({
      type: 'step-completed',
      at: MONDAY + HOUR,
      step: 'leave',
      opening: 1,
      outcome: 'left',
      role: 'office',
      ends: { paper: '2026-03-20' },
    });
    expect(again.ok && again.state.facts.paper?.until).toBe(endOf('2026-03-10'));
  });
});
