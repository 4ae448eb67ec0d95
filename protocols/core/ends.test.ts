import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import { endsOf } from './ends.js';
import type { OpenStep } from './state.js';

const LAST_DAY = {
  id: 'last-day',
  type: 'date',
  category: 'D1',
  label: { es: 'Último día', en: 'Last day' },
  required: ['issued'],
  ends: 'paper',
} as const;

/** A paper is good until the day it bears, at most 90 days; the trip needs it. */
function trip(change: Partial<TinyStep> = {}) {
  const issue: TinyStep = {
    id: 'issue',
    kind: 'document',
    when: { any: ['start', 'expired:paper'] },
    form: [LAST_DAY],
    outcomes: [
      {
        id: 'issued',
        sets: [{ fact: 'paper', validFor: { length: 90, unit: 'calendar-days' } }],
      },
      'not-issued',
    ],
  };
  const leave: TinyStep = {
    id: 'leave',
    when: 'paper',
    requires: ['paper'],
    outcomes: [{ id: 'left', ends: 'over' }],
  };
  return tiny([{ ...issue, ...change }, leave], { facts: [fact('paper')] });
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
    const run = drive(trip({ by: ['office', 'other'] }));
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-10' } });
    run.answer('issue', 'issued', { role: 'other', ends: { paper: '2026-03-20' } });
    expect(until(run)).toBe(endOf('2026-03-10'));
    const other = drive(trip({ by: ['office', 'other'] }));
    other.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-20' } });
    other.answer('issue', 'issued', { role: 'other', ends: { paper: '2026-03-10' } });
    expect(until(other)).toBe(endOf('2026-03-10'));
  });

  it('takes the day of the answer that replaced another, also where that is later', () => {
    const run = drive(trip({ by: ['office', 'other'] }));
    run.answer('issue', 'not-issued', { role: 'office', ends: { paper: '2026-03-05' } });
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-10' } });
    run.answer('issue', 'issued', { role: 'other' });
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
    const run = drive(trip({ by: ['office', 'other'] }));
    run.answer('issue', 'issued', { role: 'office', ends: { paper: '2026-03-03' } });
    run.wait(3 * DAY);
    run.answer('issue', 'issued', { role: 'other' });
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

  it('is not set in the very instant its last day is over', () => {
    const run = drive(trip());
    run.wait(endOf('2026-03-02') - MONDAY - 1);
    const late = (at: number) =>
      run.try({
        type: 'step-completed',
        at,
        step: 'issue',
        opening: 1,
        outcome: 'issued',
        role: 'office',
        ends: { paper: '2026-03-02' },
      });
    expect(late(endOf('2026-03-02') - 1).ok).toBe(true);
    expect(late(endOf('2026-03-02'))).toMatchObject({ refusal: { code: 'already-ended' } });
  });

  it('has no last day of an answer that was replaced by one without any', () => {
    const run = drive(trip({ by: ['office', 'other'] }));
    run.answer('issue', 'not-issued', { role: 'office', ends: { paper: '2026-03-05' } });
    run.answer('issue', 'issued', { role: 'office' });
    run.answer('issue', 'issued', { role: 'other' });
    expect(until(run)).toBe(endOf('2026-05-31'));
  });

  it('leaves no trace of days nobody named', () => {
    const run = drive(trip({ by: ['office', 'other'] }));
    run.answer('issue', 'issued', { role: 'office' });
    expect(run.step('issue')?.open).not.toHaveProperty('ends');
  });

  it('has the earliest of all days, of each fact by itself', () => {
    const all = {
      office: { paper: '2026-03-10', permit: '2026-03-12' },
      other: { permit: '2026-03-11' },
      third: { paper: '2026-03-20', permit: '2026-03-30' },
    };
    const open = { ends: all } as unknown as OpenStep;
    expect(endsOf(open)).toEqual({ paper: '2026-03-10', permit: '2026-03-11' });
    expect(endsOf({} as OpenStep)).toEqual({});
  });
});
