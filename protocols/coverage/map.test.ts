import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../language/definition.js';
import { SHIPPED } from '../registry.js';
import { citationsIn, instrumentOf, lettersOf } from './citations.js';
import { mapCoverage } from './map.js';
import { OBJECTIVE_21 } from './objective-21.js';
import { PRINCIPLES } from './principles.js';
import { renderCoverage } from './render.js';

describe('citations', () => {
  it.each([
    ['GCM objective 21(c)-(d)', ['c', 'd']],
    ['GCM objective 21(e), (f)', ['e', 'f']],
    ['GCM objective 21(a)-(c)', ['a', 'b', 'c']],
    ['GCM objective 21', []],
    ['MX LM art. 111', []],
  ])('%s names the letters %j', (ref, letters) => {
    expect(lettersOf(ref)).toEqual(letters);
  });

  it.each([
    ['MX LM arts. 119 VIII, 124', 'MX LM'],
    ['MX LFPA art. 85; amparo at any time, LA art. 17 IV', 'MX LFPA'],
    ['TVPRA s. 235(a)(4): from the first contact', 'TVPRA'],
    ['CRC GC14 paras. 85-99', 'CRC GC14'],
    ['GCM objective 21(g)', 'GCM'],
    ['IOM Reintegration Handbook 2.2.3', 'IOM Reintegration Handbook'],
    ['Vienna Convention art. 36(1)(b): without delay', 'Vienna Convention'],
  ])('%s belongs to %s', (ref, instrument) => {
    expect(instrumentOf(ref)).toBe(instrument);
  });
});

describe('the legal coverage map', () => {
  const map = mapCoverage(SHIPPED);

  it('answers for every letter of objective 21 and every principle, by a place or as a gap', () => {
    expect(map.objective21.map(({ id }) => id)).toEqual(
      [...'abcdefghi'].map((letter) => `21(${letter})`),
    );
    expect(map.principles).toHaveLength(PRINCIPLES.length);
    expect(new Set(map.principles.map(({ id }) => id)).size).toBe(PRINCIPLES.length);
  });

  it('names only steps and events that are there: a step that is dropped leaves its demand a gap', () => {
    const without = (ids: readonly string[]): Definition[] =>
      SHIPPED.map((definition) => ({
        ...definition,
        steps: definition.steps.filter(({ id }) => !ids.includes(id)),
      }));
    const gapsOf = (definitions: readonly Definition[]) =>
      [...mapCoverage(definitions).principles].filter(({ isGap }) => isGap).map(({ id }) => id);
    expect(gapsOf(SHIPPED)).toEqual([]);
    expect(gapsOf(without(['self-return-registration']))).toEqual(['R17']);
    expect(gapsOf(without(['child-interview', 'formal-identification']))).toEqual(['I13']);
  });

  it('every sign of a demand points at something in a shipped definition', () => {
    const alone = [...OBJECTIVE_21, ...PRINCIPLES].flatMap(({ id, signs }) =>
      signs.filter((sign) => !sign.startsWith('cites:')).map((sign) => ({ id, sign })),
    );
    const text = JSON.stringify(SHIPPED);
    for (const { id, sign } of alone) {
      const [head, tail] = sign.split(':');
      if (head === 'step' || head === 'event')
        expect(text, `${id} ${sign}`).toContain(`"id":"${tail}"`);
    }
  });

  it('lists every citation that is not a proposal under its instrument, once with each of its marks', () => {
    const cited = new Set(
      citationsIn(SHIPPED)
        .filter(({ source }) => source.mark !== 'proposal')
        .map(({ source }) => `${source.ref}: ${source.mark}`),
    );
    const listed = map.sources.flatMap(({ refs }) =>
      refs.map(({ ref, mark }) => `${ref}: ${mark}`),
    );
    expect(new Set(listed)).toEqual(cited);
    expect(listed).toHaveLength(cited.size);
  });

  it('a text read for one rule and remembered for another stands under both marks', () => {
    const [first] = SHIPPED;
    const legalBasis = (['source', 'memory'] as const).map((mark) => ({ mark, ref: 'Invented 1' }));
    const { sources } = mapCoverage([{ ...first!, legalBasis, steps: [], events: [] }]);
    expect(sources.flatMap(({ refs }) => refs.map(({ mark }) => mark)).sort()).toEqual([
      'memory',
      'source',
    ]);
  });

  it.each([
    ['es', 'cobertura-legal.md'],
    ['en', 'legal-coverage.md'],
  ] as const)('docs in %s are its text', (language, file) => {
    const page = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
    expect(page, 'run retorno coverage --write').toBe(renderCoverage(map, language));
  });
});
