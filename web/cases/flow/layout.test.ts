import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../../protocols/registry.js';
import { bookLoan } from '../../../test/fixtures/book-loan.js';
import { type Band, type Box, bandsOf } from './layout.js';

const all = [bookLoan, ...SHIPPED];

describe('the layout of a protocol', () => {
  it.each(all.map((definition) => [definition.id, definition] as const))(
    'places every step of %s once, none on another, all inside their band',
    async (_, definition) => {
      const bands = await bandsOf(definition);
      const placed = bands.flatMap(({ boxes }) => boxes.map(({ step }) => step));
      expect([...placed].sort()).toEqual(definition.steps.map(({ id }) => id).sort());
      for (const band of bands) {
        expect(overlaps(band)).toEqual([]);
        for (const { x, y, width, height } of band.boxes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(band.width);
          expect(y + height).toBeLessThanOrEqual(band.height);
        }
      }
    },
  );

  it('is computed once for a definition', () => {
    expect(bandsOf(bookLoan)).toBe(bandsOf(bookLoan));
  });

  it('draws an arrow from the step whose answer opens another', async () => {
    const bands = await bandsOf(bookLoan);
    const arrows = bands.flatMap((band) => band.arrows.map(({ from, to }) => `${from}>${to}`));
    expect(arrows).toContain('request>reader-answer');
    expect(arrows).toContain('reader-answer>request');
  });
});

function overlaps({ boxes }: Band): string[] {
  const cross = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (cross(a, b) ? [`${a.step}/${b.step}`] : [])),
  );
}
