import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectSmallCells, SMALLEST_SHOWN, type Table } from './small-cells.js';

const sums: Table['sums'] = [
  { total: 'expected', parts: ['stayed', 'boarded'] },
  { total: 'boarded', parts: ['arrived', 'refused', 'back'] },
];

function tableOf(stayed: number, arrived: number, refused: number, back: number): Table {
  const boarded = arrived + refused + back;
  return { counts: { expected: stayed + boarded, stayed, boarded, arrived, refused, back }, sums };
}

const count = fc.oneof(fc.nat({ max: 7 }), fc.nat({ max: 60 }));
const tables = fc.tuple(count, count, count, count).map((counts) => tableOf(...counts));

test('large counts are shown as they are', () => {
  const table = tableOf(5, 36, 6, 0);
  expect(protectSmallCells(table)).toEqual(table.counts);
});

test('thirty-six arrived and one refused: the one cannot be read off the totals', () => {
  expect(protectSmallCells(tableOf(3, 36, 1, 0))).toEqual({
    expected: null,
    stayed: null,
    boarded: null,
    arrived: 36,
    refused: null,
    back: 0,
  });
});

test('no small count is ever shown', () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (const shown of Object.values(protectSmallCells(table))) {
        expect(shown === null || shown === 0 || shown >= SMALLEST_SHOWN).toBe(true);
      }
    }),
  );
});

/** Every table a reader who knows the rules could have before them, tried one by one. */
test('no small count follows from what is shown', () => {
  const MOST = 14;
  const small = fc.nat({ max: 8 });
  fc.assert(
    fc.property(small, small, small, small, (...given) => {
      const table = tableOf(...given);
      const shown = protectSmallCells(table);
      const seen = JSON.stringify(shown);
      const possible: Record<string, Set<number>> = {};
      for (let a = 0; a < MOST; a += 1)
        for (let b = 0; b < MOST; b += 1)
          for (let c = 0; c < MOST; c += 1)
            for (let d = 0; d < MOST; d += 1) {
              const other = tableOf(a, b, c, d);
              const fits = Object.entries(shown).every(
                ([name, value]) => value === null || other.counts[name] === value,
              );
              if (!fits || JSON.stringify(protectSmallCells(other)) !== seen) continue;
              for (const [name, value] of Object.entries(other.counts)) {
                possible[name] ??= new Set();
                possible[name].add(value);
              }
            }
      for (const [name, value] of Object.entries(table.counts)) {
        if (value > 0 && value < SMALLEST_SHOWN) {
          expect(possible[name]!.size, `${name} in ${seen}`).toBeGreaterThan(1);
        }
      }
    }),
    { numRuns: 40, seed: 20261127 },
  );
});
