import { expect, test } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
import { fact, tiny } from '../../test/fixtures/tiny.js';
import type { Condition } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import { explain } from './explain.js';

const words = { es: 'Inventado', en: 'Invented' };
const code = (id: string): Definition['attributes'][number] => ({
  id,
  title: words,
  type: 'code',
  atStart: true,
  initially: 'first',
  options: ['first', 'then'].map((option) => ({ id: option, title: words })),
});
const elsewhere = { attribute: 'entry', is: 'then' } as const;
const byRoute = { attribute: 'route', is: 'then' } as const;

/** What a step waits for in a run that began at the first of two places. */
function waitsFor(when: Condition) {
  const definition = tiny([{ id: 'first' }, { id: 'then', when }], {
    attributes: [code('entry'), code('route')],
    facts: [fact('paper')],
  });
  const { state } = drive(definition);
  return explain(definition, state).find(({ step }) => step === 'then')?.waitsFor;
}

test.each<[string, Condition, unknown]>([
  [
    'leaves out a beginning that was not this one',
    { any: ['first:done', elsewhere] },
    'first:done',
  ],
  [
    'keeps what can still be answered',
    { any: ['first:done', byRoute] },
    { of: 'any', parts: ['first:done', 'route'] },
  ],
  [
    'leaves out what needs such a beginning among other things',
    { any: ['first:done', 'paper', { all: [elsewhere, 'paper'] }] },
    { of: 'any', parts: ['first:done', 'paper'] },
  ],
  [
    'keeps a part of which one thing can still come',
    { all: ['paper', { any: [elsewhere, 'first:done'] }] },
    { of: 'all', parts: ['paper', 'first:done'] },
  ],
  ['says so where nothing else could open it', elsewhere, 'entry'],
  [
    'says all of it where none of it can come',
    { all: [elsewhere, 'paper'] },
    { of: 'all', parts: ['entry', 'paper'] },
  ],
])('what a step waits for %s', (_, when, expected) => {
  expect(waitsFor(when)).toEqual(expected);
});
