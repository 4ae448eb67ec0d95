import { describe, expect, it } from 'vitest';
import { seeded } from '../../test/fixtures/seeded.js';
import { LIKE_BITS, likeness, PRINT_BITS, printOf } from './print.js';

const KEY = Buffer.alloc(32, 7);
const OTHER_KEY = Buffer.alloc(32, 8);
const isAlike = (a: string, b: string) => likeness(a, b) >= 1 - (2 * LIKE_BITS) / PRINT_BITS;
const print = (...texts: string[]) => printOf(KEY, texts)!;

const WORDS = Array.from({ length: 400 }, (_, n) => `palabra${n}`);

/** A text of invented words. */
function textOf(random: () => number, many: number): string[] {
  return Array.from({ length: many }, () => WORDS[Math.floor(random() * WORDS.length)]!);
}

describe('a fingerprint of reasons', () => {
  it('is the same for the same words, however they are written, and noise under another key', () => {
    const text =
      'La familia vive lejos; no hay nadie que pueda recibirla, y el camino está cerrado.';
    const copy =
      'la FAMILIA vive lejos... no hay nadie que pueda recibirla y el camino esta cerrado';
    expect(print(copy)).toBe(print(text));
    expect(print(text)).toMatch(/^[01]{512}$/);
    expect(likeness(printOf(OTHER_KEY, [text])!, print(text))).toBeLessThan(0.3);
  });

  it('is not made of reasons of fewer than twelve words, and counts the texts of an answer together', () => {
    expect(printOf(KEY, ['No hay riesgo', 'una dos tres cuatro cinco seis siete ocho'])).toBe(
      undefined,
    );
    expect(printOf(KEY, ['No hay ningún riesgo', 'a b c d e f g h'])).toMatch(/^[01]{512}$/);
  });

  it('finds two hundred copies in which one word of twenty was changed, added or left out', () => {
    const random = seeded(4711);
    let missed = 0;
    for (let n = 0; n < 200; n += 1) {
      const text = textOf(random, 40 + Math.floor(random() * 80));
      const copy = text.flatMap((word) => {
        if (random() > 0.05) return [word];
        return random() < 0.5 ? [] : random() < 0.5 ? [textOf(random, 1)[0]!] : [word, 'además'];
      });
      if (!isAlike(print(text.join(' ')), print(copy.join(' ')))) missed += 1;
    }
    expect(missed).toBeLessThanOrEqual(1);
  });

  it('takes none of two hundred texts for alike that share a third of their words with the other', () => {
    const random = seeded(4712);
    let mistaken = 0;
    for (let n = 0; n < 200; n += 1) {
      // What every answer of an office says about the country, and what only this one says about the person.
      const common = textOf(random, 30);
      const [one, other] = [textOf(random, 60), textOf(random, 60)];
      const prints = [one, other].map((own) => print([...common, ...own].join(' ')));
      if (isAlike(prints[0]!, prints[1]!)) mistaken += 1;
    }
    expect(mistaken).toBe(0);
  });
});
