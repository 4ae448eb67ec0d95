import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectSmallCells, SMALLEST_SHOWN, type Table } from './small-cells.js';

type Sums = Table['sums'];
type Shown = ReturnType<typeof protectSmallCells>;

const SUMS: Sums = [
  { total: 'expected', parts: ['stayed', 'boarded'] },
  { total: 'boarded', parts: ['arrived', 'refused', 'back'] },
];
const LEAVES = ['stayed', 'arrived', 'refused', 'back'];

/** The table that these counts make when every total is what its parts add up to; totals come after their parts. */
function tableOf(leaves: readonly string[], values: readonly number[], sums: Sums): Table {
  const counts: Record<string, number> = {};
  leaves.forEach((name, index) => {
    counts[name] = values[index]!;
  });
  const missing = [...sums];
  while (missing.length > 0) {
    const ready = missing.findIndex(({ parts }) => parts.every((part) => part in counts));
    const [{ total, parts }] = missing.splice(ready, 1) as [Sums[number]];
    counts[total] = parts.reduce((sum, part) => sum + counts[part]!, 0);
  }
  return { counts, sums };
}

/** Every way to give `width` counts a value from 0 to `most`. */
function* everyCombination(width: number, most: number): Generator<number[]> {
  const values = Array.from({ length: width }, () => 0);
  while (true) {
    yield [...values];
    const next = values.findIndex((value) => value < most);
    if (next < 0) return;
    values.fill(0, 0, next);
    values[next]! += 1;
  }
}

/**
 * What a reader can know who has the published numbers, knows how the totals are made and knows the rule: every table is
 * put through it, and those that look the same are what the reader must take for possible. What such a reader
 * learns of a count that may be small: that it is one of fewer values than all the small ones.
 */
function learnt(leaves: readonly string[], sums: Sums, most: number): string[] {
  const alike = new Map<string, Record<string, Set<number>>>();
  for (const values of everyCombination(leaves.length, most)) {
    const table = tableOf(leaves, values, sums);
    const seen = JSON.stringify(protectSmallCells(table));
    const possible = alike.get(seen) ?? {};
    alike.set(seen, possible);
    for (const [name, value] of Object.entries(table.counts)) {
      possible[name] ??= new Set();
      possible[name].add(value);
    }
  }
  const found: string[] = [];
  for (const [seen, possible] of alike) {
    for (const [name, values] of Object.entries(possible)) {
      const small = [...values].some(isSmall);
      if (small && values.size < SMALLEST_SHOWN - 1)
        found.push(`${name} is ${[...values].join(' or ')} in ${seen}`);
    }
  }
  return found;
}

const isSmall = (count: number) => count > 0 && count < SMALLEST_SHOWN;

/** Sums over up to four counts and over each other, none within itself, as a report may come to have them. */
const structures = fc
  .record({
    width: fc.integer({ min: 1, max: 4 }),
    masks: fc.array(fc.bigInt({ min: 1n, max: 255n }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ width, masks }) => {
    const leaves = LEAVES.slice(0, width);
    const names = [...leaves];
    const sums = masks.map((mask, index) => {
      const chosen = names.filter((_, at) => (mask >> BigInt(at)) & 1n);
      const parts = chosen.length > 0 ? chosen : [names.at(-1)!];
      names.push(`total${index}`);
      return { total: `total${index}`, parts };
    });
    return { leaves, sums };
  });

describe('the report of an operation', () => {
  const shown = (...values: number[]): Shown => protectSmallCells(tableOf(LEAVES, values, SUMS));

  test('shows large counts as they are, and that there was nobody', () => {
    const { counts } = tableOf(LEAVES, [5, 36, 6, 0], SUMS);
    expect(shown(5, 36, 6, 0)).toEqual(counts);
    expect(shown(0, 0, 0, 0)).toEqual(tableOf(LEAVES, [0, 0, 0, 0], SUMS).counts);
  });

  test('of thirty-six arrived and one refused shows the thirty-six, and no total with the one in it', () => {
    expect(shown(3, 36, 1, 0)).toEqual({
      expected: null,
      stayed: null,
      boarded: null,
      arrived: 36,
      refused: null,
      back: 0,
    });
  });

  test('does not tell that four arrived and four were refused by showing that eight boarded', () => {
    expect(shown(0, 4, 4, 0)).toMatchObject({ expected: null, boarded: null });
    expect(shown(0, 1, 1, 36)).toMatchObject({ expected: null, boarded: null, back: 36 });
  });

  test('keeps a total that has no small count in it', () => {
    expect(shown(2, 30, 0, 9)).toEqual({
      expected: null,
      stayed: null,
      boarded: 39,
      arrived: 30,
      refused: 0,
      back: 9,
    });
  });

  test('lets a reader who knows the rule narrow down no small count, whatever the counts are', () => {
    expect(learnt(LEAVES, SUMS, 10)).toEqual([]);
  }, 60_000);
});

test('no small count is ever shown, and nothing else than the count itself', () => {
  fc.assert(
    fc.property(
      structures.chain(({ leaves, sums }) =>
        fc
          .tuple(...leaves.map(() => fc.oneof(fc.nat({ max: 7 }), fc.nat({ max: 60 }))))
          .map((values) => tableOf(leaves, values as number[], sums)),
      ),
      (table) => {
        for (const [name, value] of Object.entries(protectSmallCells(table))) {
          expect(value === null || (value === table.counts[name] && !isSmall(value))).toBe(true);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('in no report, however its totals overlap, does a small count follow from what is shown', () => {
  fc.assert(
    fc.property(structures, ({ leaves, sums }) => {
      expect(learnt(leaves, sums, leaves.length < 4 ? 9 : 7)).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('every count that is held back hides a small one: nothing is held back without need', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 }), (values) => {
      const table = tableOf(LEAVES, values, SUMS);
      const of = (name: string): string[] =>
        SUMS.find(({ total }) => total === name)?.parts.flatMap(of) ?? [name];
      for (const [name, value] of Object.entries(protectSmallCells(table))) {
        if (value === null)
          expect(of(name).some((leaf) => isSmall(table.counts[leaf]!))).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
