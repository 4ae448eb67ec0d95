import { describe, expect, it } from 'vitest';
import { drive, HOUR } from '../../test/fixtures/drive.js';
import { fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import type { Category } from '../language/form.js';
import { institutionsCutOff, rolesCutOff } from './origin-stop.js';

const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const shareWith = (to: string, categories: readonly Category[] = ['D1']) => ({
  id: `for-${to}`,
  to,
  categories,
  purpose: words,
  ground: source,
});
const ROLES = [
  { id: 'office', kind: 'RECTOR', side: 'either', title: words },
  { id: 'shelter', kind: 'CPA', side: 'sending', title: words },
  { id: 'border', kind: 'MIG', side: 'sending', title: words },
  { id: 'consulate', kind: 'CON', side: 'receiving', title: words },
  { id: 'home', kind: 'CPA', side: 'receiving', title: words },
] as const;

function run(steps: TinyStep[], facts: string[] = []) {
  return drive(tiny(steps, { roles: ROLES, facts: facts.map((id) => fact(id, true)) }));
}

const TASKS: TinyStep[] = [
  { id: 'ask', by: 'consulate', deadline: { length: 10 } },
  { id: 'care', by: 'shelter' },
  { id: 'tell', by: 'shelter', shares: [shareWith('consulate'), shareWith('border')] },
  { id: 'leave', by: 'border', effects: ['departs'] },
];

function stopped(more: TinyStep[] = TASKS, facts: string[] = []) {
  const of = run(more, facts);
  of.do({ type: 'origin-stopped', at: of.at, role: 'shelter', reason: 'asked' });
  return of;
}

describe('no contact with authorities of origin', () => {
  it('takes their open tasks back, and the departure, and tells them nothing', () => {
    const of = stopped();
    expect(of.open()).toEqual(['care', 'tell']);
    const withdrawn = of.effects.filter(({ type }) => type === 'step-withdrawn');
    expect(withdrawn.map((effect) => 'step' in effect && effect.step)).toEqual(['ask', 'leave']);
    const told = of.effects.filter((effect) => effect.type === 'notice');
    expect(told.map(({ role }) => role)).toEqual(['border']);
  });

  it('asks them for nothing that ran out unnoticed until somebody stops', () => {
    const validFor = { length: 24, unit: 'hours' } as const;
    const of = drive(
      tiny(
        [
          {
            id: 'paper',
            by: 'consulate',
            when: { not: 'papers' },
            outcomes: [{ id: 'issued', sets: [{ fact: 'papers', validFor }] }],
          },
        ],
        { roles: ROLES, facts: [fact('papers')] },
      ),
    );
    of.answer('paper', 'issued');
    of.do({ type: 'origin-stopped', at: of.at + 25 * HOUR, role: 'shelter', reason: 'asked' });
    expect(of.state.facts.papers).toBeUndefined();
    expect(of.effects).toEqual([]);
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'border' });
    of.do({ type: 'origin-lift-decided', at: of.at, role: 'shelter', lifts: true });
    expect(of.open()).toEqual(['paper']);
  });

  it('holds back what would be sent to them, and nothing else', () => {
    const of = stopped();
    of.answer('tell', 'done');
    const shares = of.effects.filter(({ type }) => type.startsWith('share-'));
    expect(shares.map((effect) => [effect.type, 'to' in effect && effect.to])).toEqual([
      ['share-suppressed', 'consulate'],
      ['share-released', 'border'],
    ]);
  });

  it('answers whatever they do as if there were no run', () => {
    const of = stopped();
    const completion = { type: 'step-completed', at: of.at, step: 'ask', opening: 1 } as const;
    expect(of.try({ ...completion, outcome: 'done', role: 'consulate' })).toMatchObject({
      refusal: { code: 'run-unknown' },
    });
  });

  it('gives every task back when it is lifted, with the time that was left', () => {
    const of = stopped();
    of.wait(30 * HOUR);
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'border' });
    of.do({ type: 'origin-lift-decided', at: of.at, role: 'shelter', lifts: true });
    expect(of.open()).toEqual(['ask', 'care', 'tell', 'leave']);
    expect(of.step('ask')?.open?.clock?.dueAt).toBe(of.at + 10 * HOUR);
  });

  it('does not use up a limit', () => {
    const of = stopped([{ id: 'ask', by: 'consulate', limit: 1 }]);
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'border' });
    of.do({ type: 'origin-lift-decided', at: of.at, role: 'shelter', lifts: true });
    expect(of.open()).toEqual(['ask']);
  });

  it('is never set or lifted by them, nor decided by who enforces returns or by who asked', () => {
    const fresh = run(TASKS);
    const stop = { type: 'origin-stopped', at: fresh.at, reason: 'asked' } as const;
    expect(fresh.try({ ...stop, role: 'consulate' })).toMatchObject({
      refusal: { code: 'stop-not-allowed' },
    });
    const of = stopped();
    const lift = { type: 'origin-lift-decided', at: of.at, lifts: true } as const;
    const code = (role: string) => {
      const applied = of.try({ ...lift, role });
      return applied.ok ? 'lifted' : applied.refusal.code;
    };
    expect(code('shelter')).toBe('lift-not-asked');
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'shelter' });
    expect(code('shelter')).toBe('lift-by-another');
    expect(code('border')).toBe('stop-not-allowed');
    expect(code('home')).toBe('run-unknown');
    expect(code('office')).toBe('lifted');
  });

  it('stays when the decision is no, or when somebody sets it once more', () => {
    const of = stopped();
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'border' });
    of.do({ type: 'origin-lift-decided', at: of.at, role: 'office', lifts: false });
    expect(of.state.originStop).toEqual({ at: of.at, role: 'shelter', reason: 'asked' });
    of.do({ type: 'origin-lift-asked', at: of.at, role: 'border' });
    of.do({ type: 'origin-stopped', at: of.at, role: 'office', reason: 'risk' });
    expect(of.state.originStop?.lift).toBeUndefined();
  });

  it('cuts off the whole State of origin until the person left, then who receives nobody', () => {
    const of = stopped(
      [{ id: 'go', by: 'shelter', outcomes: [{ id: 'went', clears: ['inSendingState'] }] }],
      ['inSendingState'],
    );
    expect(rolesCutOff(of.definition, of.state)).toEqual(['consulate', 'home']);
    of.answer('go', 'went');
    expect(rolesCutOff(of.definition, of.state)).toEqual(['consulate']);
    expect(institutionsCutOff(of.definition, of.state)).toEqual(['invented-consulate']);
  });

  it('may be set after the end: what was sent before is not read any more', () => {
    const of = run([{ id: 'last', by: 'shelter', outcomes: [{ id: 'done', ends: 'over' }] }]);
    of.answer('last', 'done');
    of.do({ type: 'origin-stopped', at: of.at, role: 'shelter', reason: 'risk' });
    expect(institutionsCutOff(of.definition, of.state)).toContain('invented-consulate');
  });
});

it('a consulate is sent identity and nothing else, whatever the share names', () => {
  const of = run([
    { id: 'tell', by: 'shelter', shares: [shareWith('consulate', ['D1', 'D4', 'D10', 'D8'])] },
    { id: 'route', by: 'shelter', shares: [shareWith('consulate', ['D10'])] },
  ]);
  of.answer('tell', 'done');
  expect(of.effects).toContainEqual(
    expect.objectContaining({ type: 'share-released', to: 'consulate', categories: ['D1'] }),
  );
  of.answer('route', 'done');
  expect(of.effects).toContainEqual(
    expect.objectContaining({ type: 'share-suppressed', to: 'consulate' }),
  );
});
