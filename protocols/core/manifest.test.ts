import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ManifestLine } from './acts.js';
import { differenceBetween } from './manifest.js';

const line: fc.Arbitrary<ManifestLine> = fc.record({
  run: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  seq: fc.integer({ min: 1, max: 3 }),
  list: fc.constantFrom('adults', 'children', 'protected-handling'),
  corrections: fc.integer({ min: 0, max: 2 }),
});
const list = fc.uniqueArray(line, { selector: ({ run }) => run });

test('a list that was sent as it was differs in nothing', () => {
  fc.assert(
    fc.property(list, (lines) => {
      expect(differenceBetween(lines, lines)).toEqual({ added: [], dropped: [], changed: [] });
    }),
  );
});

test('with its differences the earlier version becomes the later one', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { added, dropped, changed } = differenceBetween(before, after);
      const kept = before.filter(({ run }) => !dropped.includes(run) && !changed.includes(run));
      const news = after.filter(({ run }) => added.includes(run) || changed.includes(run));
      const byRun = (a: ManifestLine, b: ManifestLine) => (a.run < b.run ? -1 : 1);
      expect([...kept, ...news].sort(byRun)).toEqual([...after].sort(byRun));
      expect(new Set([...added, ...dropped, ...changed]).size).toBe(
        added.length + dropped.length + changed.length,
      );
    }),
  );
});
