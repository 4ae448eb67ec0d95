import { describe, expect, it } from 'vitest';
import { type Drive, drive } from '../../test/fixtures/drive.js';
import { fact, tiny } from '../../test/fixtures/tiny.js';
import type { Act } from './acts.js';
import { fold } from './fold.js';

const words = { es: 'Inventada', en: 'Invented' };
const twoPeople = tiny(
  [
    {
      id: 'tell',
      by: 'teller',
      secondPerson: ['told'],
      outcomes: [
        { id: 'told', sets: [{ fact: 'allowed', validFor: { length: 9, unit: 'calendar-days' } }] },
        'not-told',
      ],
    },
    { id: 'after', when: 'tell:told' },
  ],
  {
    roles: [
      { id: 'office', kind: 'OFF', side: 'sending', title: words },
      { id: 'teller', kind: 'OFF', side: 'sending', title: words, optional: true },
    ],
    facts: [fact('allowed')],
  },
);

const answer = (run: Drive, outcome = 'told', more: object = {}) =>
  run.do({
    ...{ type: 'step-completed', at: run.at, step: 'tell', opening: 1, outcome, role: 'teller' },
    ...more,
  } as Act);
const give = (run: Drive, institution: string, role = 'teller', more: object = { anew: true }) =>
  run.do({
    ...{ type: 'role-reassigned', at: run.at, role, ...more },
    binding: { institution, country: 'HN', timeZone: 'America/Tegucigalpa' },
  } as Act);
const signatures = (run: Drive) => run.step('tell')?.open?.signatures;

describe('an answer that waits for a second person when its step goes to another institution', () => {
  it('is void: whoever takes over begins anew', () => {
    const run = drive(twoPeople);
    answer(run, 'told', { ends: { allowed: '2026-03-09' } });
    give(run, 'another');
    expect(run.step('tell')?.open).not.toHaveProperty('signatures');
    expect(run.step('tell')?.open).not.toHaveProperty('ends');
    answer(run);
    expect(run.open()).toEqual(['tell']);
    expect(run.effects[0]).toMatchObject({ type: 'step-signed', awaitsSecond: true });
    answer(run);
    expect(run.open()).toEqual(['after']);
  });

  it('stays void when the step comes back', () => {
    const run = drive(twoPeople);
    answer(run);
    give(run, 'another');
    give(run, 'invented-teller');
    answer(run);
    expect(run.open()).toEqual(['tell']);
  });

  it('is void too where the lead stood in for a role nobody filled', () => {
    for (const role of ['teller', 'office']) {
      const run = drive(twoPeople, { without: ['teller'] });
      answer(run);
      give(run, 'another', role);
      expect(signatures(run)).toBeUndefined();
    }
  });

  it('waits on where the institution stays the same, or another role moves', () => {
    const run = drive(twoPeople);
    answer(run);
    give(run, 'another', 'office');
    give(run, 'invented-teller');
    answer(run);
    expect(run.open()).toEqual(['after']);
  });

  it('was confirmed by the new one in histories from before, and they fold to what they were', () => {
    const run = drive(twoPeople);
    answer(run);
    give(run, 'another', 'teller', {});
    expect(signatures(run)).toMatchObject({ teller: { outcome: 'told' } });
    answer(run);
    expect(run.open()).toEqual(['after']);
    expect(fold(twoPeople, run.acts)).toEqual(run.state);
  });
});

it('an answer that two people gave stands when the role goes to another institution', () => {
  const run = drive(
    tiny([{ id: 'sign', by: ['office', 'other'], secondPerson: ['yes'], outcomes: ['yes'] }]),
  );
  const sign = (role: string) =>
    run.do({
      ...{ type: 'step-completed', at: run.at, step: 'sign', opening: 1, outcome: 'yes', role },
    } as Act);
  sign('office');
  sign('office');
  give(run, 'another', 'office');
  sign('other');
  expect(run.open()).toEqual([]);
});
