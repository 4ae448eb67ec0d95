import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../protocols/registry.js';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { type ConditionWords, conditionWords } from './condition-words.js';

describe('a condition in words', () => {
  it('says facts and answers by their titles, in both languages', () => {
    expect(conditionWords(bookLoan, 'permitGiven', 'es')).toBe('Hay permiso');
    expect(conditionWords(bookLoan, { not: 'permitGiven' }, 'en')).toBe('There is no permit');
    expect(conditionWords(bookLoan, 'request:accepted', 'es')).toMatch(/^«.+» terminó con «.+»$/);
    expect(conditionWords(bookLoan, { not: 'event:claim-filed' }, 'es')).toBe(
      'No se ha reportado «Alguien reclama el libro»',
    );
  });

  it('says values by their titles, and yes and no in words', () => {
    const is = (value: string | boolean, attribute: string) => ({ attribute, is: value });
    expect(conditionWords(bookLoan, is('river', 'route'), 'es')).toBe('Ruta: Río');
    expect(conditionWords(bookLoan, { not: is('river', 'route') }, 'en')).toBe(
      'Route: is not “River”',
    );
    expect(conditionWords(bookLoan, { not: is(true, 'isRare') }, 'es')).toBe(
      'Es un libro raro: no',
    );
  });

  it('turns “not all” into “any not”, and joins lists within lists', () => {
    const condition = {
      not: { all: ['permitGiven', { all: ['farReady', { not: 'roadClosed' }] }] },
    } as const;
    expect(conditionWords(bookLoan, condition, 'es')).toEqual({
      of: 'any',
      parts: ['Falta el permiso', 'La biblioteca lejana no está lista', 'El camino está cerrado'],
    });
    expect(conditionWords(bookLoan, { any: [{ all: ['farReady'] }] }, 'es')).toBe(
      'La biblioteca lejana está lista',
    );
  });

  it.each(SHIPPED.map((definition) => [definition.id, definition] as const))(
    'leaves no bare code in %s',
    (_, definition) => {
      const flat = (words: ConditionWords): string[] =>
        typeof words === 'string' ? [words] : words.parts.flatMap(flat);
      const codes = new Set(
        [
          definition.steps,
          definition.facts,
          definition.events,
          definition.attributes,
          definition.steps.flatMap(({ outcomes }) => outcomes),
        ]
          .flat()
          .map(({ id }) => id)
          .filter((id) => /[A-Z-]/.test(id)),
      );
      const said = definition.steps.flatMap(({ when }) =>
        (['es', 'en'] as const).flatMap((language) =>
          flat(conditionWords(definition, when, language)),
        ),
      );
      expect(said.length).toBeGreaterThan(definition.steps.length);
      const bare = said.filter((text) =>
        text.split(/[\s«»“”:,.]+/).some((word) => codes.has(word)),
      );
      expect(bare).toEqual([]);
    },
  );
});
