import { describe, expect, test } from 'vitest';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import type { Act } from './acts.js';
import { type Applied, apply } from './apply.js';
import { nextPending } from './due.js';
import type { Effect } from './effects.js';
import type { Binding, RunState } from './state.js';

const HOUR = 3600_000;
const START = Date.parse('2026-03-02T15:00:00Z');
const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;

const definition = tiny(
  [
    {
      id: 'send',
      when: { any: ['start', 'event:again'] },
      outcomes: ['sent', 'not-sent', { id: 'sent-and-closed', ends: 'over' }],
      shares: [
        {
          id: 'identity',
          to: 'other',
          categories: ['D1', 'D13'],
          purpose: words,
          ground: source,
          on: ['sent', 'sent-and-closed'],
        },
        { id: 'count', to: 'other', categories: ['D13'], purpose: words, ground: source },
      ],
    },
    { id: 'lead-decision', when: 'idle', outcomes: ['noted', { id: 'close', ends: 'over' }] },
    {
      id: 'recall-other',
      by: 'other',
      when: { any: ['event:revoked', 'event:revoked-and-over'] },
      deadline: { length: 10, unit: 'hours' },
      recalls: {},
      outcomes: [
        { id: 'destroyed', recalled: 'destroyed' },
        { id: 'kept', recalled: 'kept' },
        { id: 'under-way', keepsOpen: true },
      ],
    },
  ],
  {
    facts: [fact('agreed', true)],
    consents: [
      {
        id: 'sharing',
        kind: 'sharing',
        title: words,
        text: words,
        ground: source,
        holds: { fact: 'agreed' },
      },
    ],
    events: [
      event('revoked', { clears: ['agreed'], revokes: ['sharing'] }),
      event('all-taken-back', { withdraws: ['only-stage', 'recall-other'] }),
      event('revoked-and-over', {
        clears: ['agreed'],
        revokes: ['sharing'],
        withdraws: ['only-stage'],
        ends: 'over',
      }),
      event('again', { sets: ['agreed'] }),
    ],
  },
);

const binding = (institution: string): Binding => ({ institution, country: 'MX', timeZone: 'UTC' });

/** A run that is driven act by act. */
function run(bindings: Record<string, Binding> = { office: binding('A'), other: binding('B') }) {
  let at = START;
  let state: RunState;
  let effects: readonly Effect[] = [];
  const take = (applied: Applied): void => {
    if (!applied.ok) throw new Error(applied.refusal.code);
    ({ state, effects } = applied);
  };
  take(apply(definition, undefined, { type: 'run-started', at, bindings }));
  const complete = (step: string, outcome: string): Act => ({
    type: 'step-completed',
    step,
    outcome,
    opening: state.steps[step]?.open?.opening ?? 0,
    role: step === 'recall-other' ? 'other' : 'office',
    at,
  });
  const driven = {
    state: () => state,
    effects: () => effects,
    open: () => Object.keys(state.steps).filter((id) => state.steps[id]?.open),
    answer(step: string, outcome: string) {
      at += HOUR;
      take(apply(definition, state, complete(step, outcome)));
      return driven;
    },
    refused(step: string, outcome: string) {
      const applied = apply(definition, state, complete(step, outcome));
      return applied.ok ? undefined : applied.refusal.code;
    },
    refusedEvent(id: string) {
      const act = { type: 'event-reported', event: id, role: 'office', at } as const;
      const applied = apply(definition, state, act);
      return applied.ok ? undefined : applied.refusal.code;
    },
    event(id: string) {
      at += HOUR;
      take(apply(definition, state, { type: 'event-reported', event: id, role: 'office', at }));
      return driven;
    },
    act(act: Act) {
      take(apply(definition, state, act));
      return driven;
    },
    untilNothingIsDue() {
      for (let due = nextPending(state); due; due = nextPending(state)) {
        at = Math.max(at, due.dueAt);
        take(apply(definition, state, { type: 'clock-reached', ...due, at }));
      }
      return driven;
    },
    now: () => at,
  };
  return driven;
}

const told = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.type === 'notice' ? [`${effect.kind} ${effect.role} ${effect.level}`] : [],
  );

describe('a recall', () => {
  test('opens at whoever received something, as a recall and with its own deadline', () => {
    const one = run().answer('send', 'sent').event('revoked');
    expect(one.open()).toContain('recall-other');
    expect(told(one.effects())).toContain('recalled other institution');
    expect(one.state().steps['recall-other']?.open?.clock?.dueAt).toBe(one.now() + 10 * HOUR);
    expect(Object.keys(one.state().received ?? {})).toEqual(['send#1:identity']);
  });

  test('does not open at whoever received nothing, or nothing but counts', () => {
    expect(run().event('revoked').open()).not.toContain('recall-other');
    expect(run().answer('send', 'not-sent').event('revoked').open()).not.toContain('recall-other');
  });

  test('is not about what is shared afterwards, and a second report is about that alone', () => {
    const one = run().answer('send', 'sent').event('revoked').answer('recall-other', 'destroyed');
    one.event('again').answer('send', 'sent');
    expect(one.open()).not.toContain('recall-other');
    one.event('revoked');
    const { received } = one.state();
    expect(received?.['send#1:identity']?.recall).toMatchObject({
      opening: 1,
      answer: 'destroyed',
    });
    expect(received?.['send#2:identity']?.recall).toMatchObject({ opening: 2 });
    expect(received?.['send#2:identity']?.recall?.answer).toBeUndefined();
  });

  test('that is open when more is recalled opens anew and is about all of it', () => {
    const one = run().answer('send', 'sent').event('revoked').event('again').answer('send', 'sent');
    one.event('revoked');
    expect(one.state().steps['recall-other']?.open?.opening).toBe(2);
    expect(told(one.effects())).toEqual(['recalled other institution']);
    one.answer('recall-other', 'kept');
    for (const { recall } of Object.values(one.state().received ?? {})) {
      expect(recall).toMatchObject({ opening: 2, answer: 'kept' });
    }
  });

  test('that is open stays as it is when nothing more was shared', () => {
    const one = run().answer('send', 'sent').event('revoked').event('revoked');
    expect(one.state().steps['recall-other']?.open?.opening).toBe(1);
    expect(told(one.effects())).toEqual([]);
  });

  test('an interim answer is not one about the data', () => {
    const one = run().answer('send', 'sent').event('revoked').answer('recall-other', 'under-way');
    expect(one.open()).toContain('recall-other');
    expect(one.state().received?.['send#1:identity']?.recall?.answer).toBeUndefined();
  });

  test('silence never answers it: it is escalated up to the lead and stays open', () => {
    const one = run().answer('send', 'sent').event('revoked').untilNothingIsDue();
    expect(one.open()).toContain('recall-other');
    expect(one.state().received?.['send#1:identity']?.recall?.answer).toBeUndefined();
  });

  test('keeps nobody from being asked when nothing else goes on', () => {
    const one = run().answer('send', 'sent').event('revoked');
    expect(one.open()).toEqual(['lead-decision', 'recall-other']);
    // Its opening did not ask the lead anew either.
    expect(one.state().steps['lead-decision']?.openings).toBe(1);
    expect(one.answer('lead-decision', 'noted').open()).toContain('lead-decision');
  });

  test('is taken back by nothing, not even by the end of the run, which tells the lead', () => {
    const one = run().answer('send', 'sent').event('revoked').event('all-taken-back');
    expect(one.open()).toContain('recall-other');
    one.event('revoked-and-over');
    expect(one.state().ending?.id).toBe('over');
    expect(one.open()).toEqual(['recall-other']);
    expect(told(one.effects())).toContain('escalated office lead-technical');
    one.answer('recall-other', 'destroyed');
    expect(one.open()).toEqual([]);
    expect(one.refused('recall-other', 'destroyed')).toBe('step-not-open');
    expect(one.refused('send', 'sent')).toBe('run-ended');
  });

  test('opens by what ends the run', () => {
    const one = run().answer('send', 'sent').event('revoked-and-over');
    expect(one.open()).toEqual(['recall-other']);
    expect(told(one.effects())).toContain('recalled other institution');
    expect(told(one.effects())).toContain('escalated office lead-technical');
  });

  test('tells the lead where data went to an institution that left the role', () => {
    const moved = (one: ReturnType<typeof run>) =>
      one.act({ type: 'role-reassigned', role: 'other', binding: binding('C'), at: one.now() });
    const before = moved(run().answer('send', 'sent')).event('revoked');
    expect(told(before.effects())).toContain('escalated office lead-technical');
    const after = moved(run().answer('send', 'sent').event('revoked'));
    expect(told(after.effects())).toContain('escalated office lead-technical');
    const same = run().answer('send', 'sent').event('revoked');
    expect(told(same.effects())).not.toContain('escalated office lead-technical');
  });
});

describe('a consent taken back when the run has ended', () => {
  const over = () => run().answer('send', 'sent-and-closed');

  test('calls the data back, and tells the lead, because no clock runs', () => {
    const one = over();
    const { ending } = one.state();
    one.event('revoked');
    expect(one.open()).toEqual(['recall-other']);
    expect(told(one.effects())).toEqual([
      'recalled other institution',
      'escalated office lead-technical',
    ]);
    expect(one.state().facts.agreed).toBeUndefined();
    expect(one.state().ending).toEqual(ending);
    one.answer('recall-other', 'destroyed');
    expect(one.open()).toEqual([]);
    expect(one.state().received?.['send#1:identity']?.recall?.answer).toBe('destroyed');
  });

  test('ends nothing twice and opens nothing else', () => {
    const one = over();
    const { ending } = one.state();
    one.event('revoked-and-over');
    expect(one.state().ending).toEqual(ending);
    expect(one.effects().some(({ type }) => type === 'run-ended')).toBe(false);
    expect(one.open()).toEqual(['recall-other']);
  });

  test('tells the lead once of each recall, not with every word that follows', () => {
    const one = over().event('revoked');
    one.event('revoked');
    expect(told(one.effects())).toEqual([]);
  });

  test('brings about nothing where nothing was sent', () => {
    const one = run().answer('send', 'not-sent').event('revoked-and-over');
    one.event('revoked');
    expect(one.effects()).toEqual([]);
    expect(one.open()).toEqual([]);
  });

  test('is all that is heard then: any other event comes too late', () => {
    expect(over().refusedEvent('again')).toBe('run-ended');
    expect(over().refusedEvent('all-taken-back')).toBe('run-ended');
    expect(over().refusedEvent('unheard-of')).toBe('run-ended');
    expect(over().refusedEvent('revoked')).toBeUndefined();
  });
});

describe('a recall at somebody who is cut off from the run', () => {
  const stop = (at: number): Act => ({
    type: 'origin-stopped',
    role: 'office',
    reason: 'asked',
    at,
  });
  const lift = (at: number): Act => ({
    type: 'origin-lift-decided',
    role: 'system',
    lifts: true,
    at,
  });

  test('waits, nobody there is told, and the lead learns that the data is out', () => {
    const one = run().answer('send', 'sent');
    one.act(stop(one.now())).event('revoked');
    expect(one.open()).not.toContain('recall-other');
    expect(told(one.effects())).toEqual(['recall-rests office lead-technical']);
    one.act(lift(one.now()));
    expect(one.open()).toContain('recall-other');
    expect(told(one.effects())).toEqual(['recalled other institution']);
  });

  test('that was open already rests with the stop, and the lead is told', () => {
    const one = run().answer('send', 'sent').event('revoked');
    one.act(stop(one.now()));
    expect(one.open()).not.toContain('recall-other');
    expect(told(one.effects())).toEqual(['recall-rests office lead-technical']);
  });

  test('opens when the stop ends after the run, and the lead is told then', () => {
    const one = run().answer('send', 'sent');
    one.act(stop(one.now())).event('revoked-and-over');
    expect(one.open()).toEqual([]);
    expect(told(one.effects())).toContain('recall-rests office lead-technical');
    one.act(lift(one.now()));
    expect(one.open()).toEqual(['recall-other']);
    expect(told(one.effects())).toEqual([
      'recalled other institution',
      'escalated office lead-technical',
    ]);
  });

  test('the stop says nothing of data where none is to come back', () => {
    const one = run().answer('send', 'sent');
    one.act(stop(one.now()));
    expect(told(one.effects())).not.toContain('recall-rests office lead-technical');
    expect(told(one.event('again').effects())).not.toContain('recall-rests office lead-technical');
  });
});
