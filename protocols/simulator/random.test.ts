import { expect, test } from 'vitest';
import { createRandom, pickWeighted, sampleGap, sampleSpread } from './random.js';

const many = (count: number, make: () => number) =>
  Float64Array.from({ length: count }, make).sort();

test('the same seed and streams give the same numbers, any other gives others', () => {
  const first = (...of: [number, ...number[]]) => {
    const random = createRandom(...of);
    return [random.next(), random.next(), random.next()].join();
  };
  expect(first(1, 2, 3)).toBe(first(1, 2, 3));
  const all = [
    [0],
    [1],
    [2 ** 32],
    [2 ** 32 + 1],
    [Number.MAX_SAFE_INTEGER],
    [1, 0],
    [1, 1],
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 0],
  ].map(([seed, ...streams]) => first(seed!, ...streams));
  expect(new Set(all).size).toBe(all.length);
  for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => createRandom(seed)).toThrow();
});

test('numbers are spread evenly, also over the first numbers of neighbouring streams', () => {
  const random = createRandom(5);
  const buckets = new Array<number>(16).fill(0);
  const firsts = new Array<number>(16).fill(0);
  for (let draw = 0; draw < 64_000; draw += 1) {
    buckets[Math.floor(random.next() * 16)]! += 1;
    firsts[Math.floor(createRandom(5, 0, draw).next() * 16)]! += 1;
  }
  for (const counted of [...buckets, ...firsts]) expect(Math.abs(counted - 4000)).toBeLessThan(300);
});

test('half of the lengths are at most the median, nine of ten at most p90', () => {
  const random = createRandom(9);
  const lengths = many(40_000, () => sampleSpread(random, { median: 4, p90: 24 }));
  expect(lengths[20_000]).toBeCloseTo(4, 0);
  expect(Math.abs(lengths[36_000]! - 24)).toBeLessThan(1);
  expect(many(10, () => sampleSpread(random, { median: 3, p90: 3 }))).toEqual(many(10, () => 3));
});

test('gaps have the mean of their rate', () => {
  const random = createRandom(3);
  const gaps = many(40_000, () => sampleGap(random, 0.25));
  expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(4, 1);
  expect(gaps[0]).toBeGreaterThanOrEqual(0);
});

test('what weighs nothing is never picked', () => {
  const random = createRandom(4);
  const picked = [0, 0, 0, 0];
  for (let draw = 0; draw < 8000; draw += 1) picked[pickWeighted(random, [0, 1, 3, 0])]! += 1;
  expect([picked[0], picked[3]]).toEqual([0, 0]);
  expect(picked[2]! / 8000).toBeCloseTo(0.75, 1);
  expect(pickWeighted(random, [0, 0])).toBe(-1);
});
