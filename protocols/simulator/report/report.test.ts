import { describe, expect, test } from 'vitest';
import { IDEAL, reportOf } from '../../../test/fixtures/simulated.js';
import { tiny } from '../../../test/fixtures/tiny.js';
import { drawReport } from './picture.js';
import { quantilesOf, slopeOf } from './quantiles.js';
import { tellReport } from './tell-report.js';
import { REASON_WORDS, WORDS } from './words.js';

const definition = tiny(
  [
    { id: 'check', deadline: { length: 30, unit: 'minutes' }, outcomes: ['done'] },
    { id: 'send', when: 'check:done', by: 'other', outcomes: [{ id: 'sent', ends: 'over' }] },
    { id: 'unseen', when: { not: 'start' } },
  ],
  { title: { es: 'Prueba <&> "inventada"', en: 'Invented <&> "trial"' } },
);
const report = reportOf(definition, {
  ...IDEAL,
  arrivalsPerDay: 60,
  institutions: {
    office: { officers: 1000, hours: 'always' },
    other: { officers: 2, hours: 'always' },
  },
});

describe('quantiles', () => {
  test('are values that occurred, by nearest rank', () => {
    const values = [9, 1, 3, 5, 7, 2, 8, 4, 6, 10];
    expect(quantilesOf(values)).toEqual({
      p10: 1,
      p25: 3,
      p50: 5,
      p75: 8,
      p90: 9,
      p95: 10,
      p99: 10,
    });
    expect(quantilesOf([4])).toMatchObject({ p10: 4, p99: 4 });
    expect(() => quantilesOf([])).toThrow(RangeError);
  });

  test('the slope is that of the nearest line', () => {
    expect(slopeOf([1, 3, 5, 7])).toBeCloseTo(2);
    expect(slopeOf([4, 4, 4])).toBe(0);
    expect(slopeOf([1])).toBe(0);
  });
});

describe('the text', () => {
  test.each(['es', 'en'] as const)('says first what must be looked at, in %s', (language) => {
    const text = tellReport(report, language);
    const before = text.slice(0, text.indexOf(WORDS.endings[language]));
    expect(before).toContain('check');
    expect(before).toContain(REASON_WORDS['work-too-long'][language]);
    expect(before).toContain('other');
    expect(text).toContain('unseen');
    const foreign = language === 'es' ? 'en' : 'es';
    for (const name of ['findings', 'endings', 'stages', 'paths'] as const) {
      expect(text).toContain(WORDS[name][language]);
      expect(text).not.toContain(WORDS[name][foreign]);
    }
  });

  test('says that nothing was found where nothing was', () => {
    const calm = reportOf(tiny([{ id: 'only', outcomes: [{ id: 'done', ends: 'over' }] }]), IDEAL);
    expect(tellReport(calm, 'en')).toContain(WORDS.nothing.en);
  });
});

describe('the picture', () => {
  const picture = drawReport(report, 'es');
  const texts = [
    ...picture.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</g),
  ];

  test('can be read aloud: it has a title and says every bar in words', () => {
    expect(picture).toMatch(
      /^<svg [^>]*role="img"[^>]*aria-labelledby="simulation-title simulation-desc"/,
    );
    expect(picture).toContain('<title id="simulation-title">');
    const described = /<desc id="simulation-desc">([^<]*)</.exec(picture)![1]!;
    for (const { role } of report.institutions) expect(described).toContain(role);
    expect(described).toContain(WORDS.overloaded.es);
  });

  test('is well formed whatever people wrote in the definition', () => {
    expect(picture).toContain('Prueba &lt;&amp;&gt; &quot;inventada&quot;');
    const open: string[] = [];
    for (const [, close, name, self] of picture.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!self) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(picture.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
  });

  test('fits a telephone: nothing smaller than 12, nothing beyond 360 wide, no words over each other', () => {
    expect(picture).toContain('viewBox="0 0 360 ');
    expect(texts.length).toBeGreaterThan(8);
    const lines = new Map<string, number>();
    for (const [, x, y, size, words] of texts) {
      expect(Number(size)).toBeGreaterThanOrEqual(12);
      // Letters are on average little more than half as wide as the size of the type.
      const width = words!.replace(/&\w+;/g, '.').length * Number(size) * 0.56;
      expect(width, words).toBeLessThan(328);
      lines.set(y!, (lines.get(y!) ?? 0) + width);
      expect(Number(x)).toBeLessThanOrEqual(344);
    }
    for (const [y, width] of lines) expect(width, `line ${y}`).toBeLessThan(330);
  });
});
