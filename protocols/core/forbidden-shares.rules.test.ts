import { expect, test } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { compile } from './compiled.js';
import { findShare } from './forbidden-shares.js';

const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const share = (id: string, category: 'D1' | 'D13', unless?: string) => ({
  id,
  to: 'other',
  categories: [category],
  purpose: words,
  ground: source,
  acknowledge: { length: 24, unit: 'hours' as const, source },
  ...(unless ? { unless } : {}),
});

/** Two shares that may be recalled and a count that may not; the second is withheld while the person is at risk. */
const definition = tiny(
  [
    {
      id: 'tell',
      shares: [share('name', 'D1'), share('place', 'D1', 'atRisk'), share('count', 'D13')],
    },
    { id: 'silent' },
    {
      id: 'recall-other',
      by: 'other',
      when: 'event:revoked',
      recalls: {},
      outcomes: [{ id: 'destroyed', recalled: 'destroyed' }],
    },
  ],
  {
    facts: [fact('atRisk')],
    events: [event('risk', { sets: ['atRisk'] }), event('revoked')],
  },
);

function told() {
  const run = drive(definition);
  run.answer('tell', 'done');
  const forbidden = () =>
    Object.entries(run.state.acknowledgements).flatMap(([key, one]) =>
      one.forbidden ? [key] : [],
    );
  return Object.assign(run, { forbidden });
}

test('of several shares of one answer only the one that is forbidden is no longer pressed for', () => {
  const run = told();
  expect(run.forbidden()).toEqual([]);
  run.report('risk');
  expect(run.forbidden()).toEqual(['tell#1:place']);
});

test('nobody is pressed to confirm that what was recalled came; what is not recalled still must be', () => {
  const run = told();
  run.report('revoked');
  expect(run.forbidden()).toEqual(['tell#1:name', 'tell#1:place']);
  expect(Object.keys(run.state.acknowledgements)).toContain('tell#1:count');
});

test('no share is found of a step that shares nothing, of no step, or by another name', () => {
  const compiled = compile(definition);
  expect(findShare(compiled, 'tell#2:place')?.id).toBe('place');
  for (const key of ['tell#1:nothing', 'silent#1:place', 'nowhere#1:place']) {
    expect(findShare(compiled, key)).toBeUndefined();
  }
});
