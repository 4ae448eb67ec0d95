import { describe, expect, it, test } from 'vitest';
import { drive, HOUR } from '../../test/fixtures/drive.js';
import { fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import {
  institutionsCutOff,
  isAtRest,
  isCutOff,
  mayDecideLift,
  mayStop,
  rolesCutOff,
} from './origin-stop.js';
import type { Binding } from './state.js';

const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const ROLES = [
  { id: 'office', kind: 'RECTOR', side: 'either', title: words, optional: true },
  { id: 'shelter', kind: 'CPA', side: 'sending', title: words },
  { id: 'border', kind: 'MIG', side: 'sending', title: words },
  { id: 'prosecutor', kind: 'PROS', side: 'sending', title: words },
  { id: 'consulate', kind: 'CON', side: 'receiving', title: words },
] as const;

interface Given {
  readonly facts?: readonly string[];
  readonly lead?: string;
  readonly without?: string[];
  readonly beside?: Record<string, Binding>;
}

function run(steps: TinyStep[], { facts = [], lead = 'shelter', ...start }: Given = {}) {
  const definition = tiny(steps, { roles: ROLES, lead, facts: facts.map((id) => fact(id)) });
  const of = drive(definition, start);
  const at = () => of.at;
  return Object.assign(of, {
    stop: (role = 'shelter') => of.do({ type: 'origin-stopped', at: at(), role, reason: 'asked' }),
    ask: (role = 'border') => of.do({ type: 'origin-lift-asked', at: at(), role }),
    lift: (role = 'shelter') => of.do({ type: 'origin-lift-decided', at: at(), role, lifts: true }),
    refused: (
      type: 'origin-stopped' | 'origin-lift-asked' | 'origin-lift-decided',
      role: string,
    ) => {
      const act = { type, at: at(), role, reason: 'asked', lifts: true } as const;
      const applied = of.try(act as Parameters<typeof of.try>[0]);
      return applied.ok ? 'accepted' : applied.refusal.code;
    },
  });
}

const care: TinyStep = { id: 'care', by: 'shelter' };
const ask: TinyStep = { id: 'ask', by: 'consulate' };

describe('who is cut off', () => {
  test('is nobody while nobody stopped', () => {
    const { definition, state } = run([care, ask]);
    expect(rolesCutOff(definition, state)).toEqual([]);
    expect(institutionsCutOff(definition, state)).toEqual([]);
    expect(isCutOff(definition, state, 'consulate')).toBe(false);
    expect(definition.steps.filter((step) => isAtRest(definition, state, step))).toEqual([]);
  });

  test('is never the lead, who could not lead the case otherwise', () => {
    const of = run([care, ask], { lead: 'consulate' });
    of.stop();
    expect(rolesCutOff(of.definition, of.state)).toEqual([]);
    expect(of.open()).toEqual(['care', 'ask']);
  });

  test('is no role the protocol does not have', () => {
    const of = run([care]);
    of.stop();
    expect(isCutOff(of.definition, of.state, 'nobody')).toBe(false);
  });
});

describe('what rests', () => {
  test.each([
    [
      'that somebody cut off would have to sign with others',
      { by: ['shelter', 'consulate'] },
      true,
    ],
    ['with which the person leaves', { by: 'border', effects: ['departs'] }, true],
    ['that tells who the person is', { by: 'border', effects: ['discloses-identity'] }, true],
    ['with any other effect', { by: 'border', effects: ['issues-document'] }, false],
    [
      'with one effect that rests among others',
      { by: 'border', effects: ['issues-document', 'departs'] },
      true,
    ],
  ] as const)('is a step %s: %o', (_, step, expected) => {
    const of = run([{ id: 'one', ...step }, care]);
    expect(of.open()).toEqual(['one', 'care']);
    of.stop();
    expect(of.open()).toEqual(expected ? ['care'] : ['one', 'care']);
  });

  test('is told to everybody else who had it open, as taken back', () => {
    const of = run([{ id: 'one', by: ['shelter', 'consulate'] }]);
    of.stop();
    expect(of.effects.filter(({ type }) => type === 'notice')).toEqual([
      {
        type: 'notice',
        kind: 'withdrawn',
        role: 'shelter',
        level: 'institution',
        step: 'one',
        opening: 1,
      },
    ]);
  });

  test('goes on with the time that was left, whatever passed before and meanwhile', () => {
    const of = run([{ ...ask, deadline: { length: 10 } }]);
    of.wait(4 * HOUR);
    of.stop();
    of.wait(30 * HOUR);
    of.ask();
    of.lift();
    expect(of.step('ask')?.open?.clock?.dueAt).toBe(of.at + 6 * HOUR);
  });

  test('goes on with the time that was left when its clock already stood still', () => {
    const of = run(
      [
        {
          id: 'hold',
          by: 'shelter',
          outcomes: [{ id: 'held', sets: ['held'] }],
        },
        { id: 'free', by: 'shelter', outcomes: [{ id: 'freed', clears: ['held'] }] },
        { ...ask, deadline: { length: 10, pausedWhile: ['held'] } },
      ],
      { facts: ['held'] },
    );
    of.wait(4 * HOUR);
    of.answer('hold', 'held');
    of.wait(3 * HOUR);
    of.stop();
    of.wait(30 * HOUR);
    of.answer('free', 'freed');
    of.ask();
    of.lift();
    expect(of.step('ask')?.open?.clock?.dueAt).toBe(of.at + 6 * HOUR);
  });

  test('uses up no limit, however often; what was answered does', () => {
    const again: TinyStep = {
      ...ask,
      limit: 2,
      when: { any: ['start', 'ask:more'] },
      outcomes: ['more'],
    };
    const of = run([again, { id: 'used-up', by: 'shelter', when: 'exhausted:ask' }]);
    for (let times = 0; times < 3; times += 1) {
      of.stop();
      expect(of.open()).toEqual([]);
      of.ask();
      of.lift();
      expect(of.open()).toEqual(['ask']);
    }
    of.answer('ask', 'more');
    expect(of.open()).toEqual(['ask']);
    of.answer('ask', 'more');
    expect(of.open()).toEqual(['used-up']);
  });
});

describe('who may stop and lift', () => {
  test.each([
    ['office', true, true],
    ['shelter', true, true],
    ['border', true, false],
    ['prosecutor', true, false],
    ['consulate', false, false],
    ['nobody', false, false],
  ])('%s: stop %s, decide %s', (role, stops, decides) => {
    const { definition } = run([care]);
    expect([mayStop(definition, role), mayDecideLift(definition, role)]).toEqual([stops, decides]);
  });

  it('refuses what says nothing new', () => {
    const of = run([care]);
    expect(of.refused('origin-lift-asked', 'border')).toBe('stop-unknown');
    expect(of.refused('origin-lift-decided', 'shelter')).toBe('stop-unknown');
    expect(of.refused('origin-lift-decided', 'system')).toBe('stop-unknown');
    of.stop();
    expect(of.refused('origin-stopped', 'border')).toBe('stop-standing');
    expect(of.refused('origin-lift-decided', 'shelter')).toBe('lift-not-asked');
    of.ask();
    expect(of.refused('origin-lift-asked', 'shelter')).toBe('lift-asked-already');
    expect(of.refused('origin-stopped', 'nobody')).toBe('stop-not-allowed');
  });

  it('keeps which institution asked, and lets no other role of it decide', () => {
    const same: Binding = { institution: 'invented-both', country: 'HN', timeZone: 'UTC' };
    const of = run([care], { beside: { border: same, office: same } });
    of.stop();
    of.ask('border');
    expect(of.state.originStop?.lift).toEqual({
      role: 'border',
      institution: 'invented-both',
      at: of.at,
    });
    expect(of.refused('origin-lift-decided', 'office')).toBe('lift-by-another');
    expect(of.refused('origin-lift-decided', 'shelter')).toBe('accepted');
  });

  it('lets the role that asked not decide under another institution', () => {
    const of = run([care]);
    of.stop();
    of.ask('shelter');
    of.do({
      type: 'role-reassigned',
      at: of.at,
      role: 'shelter',
      binding: { institution: 'invented-new', country: 'HN', timeZone: 'UTC' },
    });
    expect(of.refused('origin-lift-decided', 'shelter')).toBe('lift-by-another');
  });

  it('takes the word of a role nobody fills, and of the system, which repeats what was decided', () => {
    const of = run([care], { without: ['office'] });
    of.stop();
    of.ask('office');
    expect(of.state.originStop?.lift?.institution).toBe('');
    of.lift('system');
    expect(of.state.originStop).toBeUndefined();
  });
});

describe('somebody who was to acknowledge', () => {
  const tell: TinyStep = {
    id: 'tell',
    by: 'shelter',
    shares: ['consulate', 'border'].map((to) => ({
      id: `for-${to}`,
      to,
      categories: ['D1' as const],
      purpose: words,
      ground: source,
      acknowledge: { length: 24, unit: 'hours' as const, source },
    })),
  };

  test('is not pressed once cut off; whoever is not still is', () => {
    const of = run([care, tell]);
    of.answer('tell', 'done');
    of.stop();
    const waiting = Object.values(of.state.acknowledgements).map(({ role, forbidden }) => [
      role,
      forbidden,
    ]);
    expect(waiting).toEqual([
      ['consulate', true],
      ['border', undefined],
    ]);
  });
});
