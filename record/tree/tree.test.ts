import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf } from '../pack/cover.js';
import { partialTree } from '../verify/partial-tree.js';
import { isConsistent, proveConsistency } from './consistency.js';
import { leafHash, nodeHash, rootOf } from './hashes.js';
import { addLeaves, readFromTiles, type Tile } from './tiles.js';

/** RFC 9162 section 2.1.1, word by word. */
function plainRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(plainRoot(leaves.slice(0, half)), plainRoot(leaves.slice(half)));
}

const leaves = Array.from({ length: 700 }, (_, i) => leafHash(`leaf ${i}`));

function tilesOf(size: number, steps: readonly number[]): Tile[] {
  const tiles = new Map<string, Tile>();
  let done = 0;
  for (const step of [...steps, size]) {
    const to = Math.min(size, done + step);
    const last = (level: number) =>
      [...tiles.values()]
        .filter((tile) => tile.level === level && tile.hashes.length < 256 * 32)
        .at(-1)?.hashes;
    for (const tile of addLeaves(done, leaves.slice(done, to), last)) {
      tiles.set(`${tile.level}/${tile.index}`, tile);
    }
    done = to;
  }
  return [...tiles.values()];
}

const sizes = fc.integer({ min: 1, max: 700 });

describe('the tree', () => {
  it('has the root of the published example of seven leaves', () => {
    // Certificate Transparency's own test vectors.
    const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    const hashes = data.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const root = rootOf(7, (level, index) =>
      plainRoot(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    );
    expect(root?.toString('hex')).toBe(
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    );
  });

  it('is the same however the leaves were added', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 300 })), (size, steps) => {
        const root = rootOf(size, readFromTiles(tilesOf(size, steps)));
        expect(root).toEqual(plainRoot(leaves.slice(0, size)));
      }),
      { numRuns: 60 },
    );
  });

  it('proves that it begins with an earlier one, and with no other', () => {
    const read = readFromTiles(tilesOf(700, []));
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (a, b, dice) => {
        const [before, size] = a < b ? [a, b] : [b, a];
        const earlier = { size: before, root: rootOf(before, read)! };
        const later = { size, root: rootOf(size, read)! };
        const proof = proveConsistency(before, size, read);
        expect(isConsistent(earlier, later, proof)).toBe(true);
        const other = { size: before, root: leafHash('another') };
        expect(isConsistent(other, later, proof)).toBe(false);
        expect(isConsistent(earlier, { size, root: leafHash('another') }, proof)).toBe(false);
        expect(isConsistent(earlier, later, [...proof, leafHash('more')])).toBe(false);
        if (proof.length === 0) return;
        const changed = proof.map((hash, i) => (i === dice % proof.length ? leafHash('x') : hash));
        expect(isConsistent(earlier, later, changed)).toBe(false);
        expect(isConsistent(earlier, later, proof.slice(1))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('can be computed from some leaves and what a pack carries, at every size it was made for', () => {
    const read = readFromTiles(tilesOf(700, []));
    fc.assert(
      fc.property(
        sizes,
        fc.uniqueArray(fc.nat(699), { maxLength: 20 }),
        fc.array(sizes, { maxLength: 4 }),
        (size, some, others) => {
          const shown = some.filter((p) => p < size).sort((x, y) => x - y);
          const wanted = [size, ...others.filter((other) => other <= size)];
          const given = coverOf(shown, wanted).map((at) => ({
            ...at,
            hash: read(at.level, at.index)!,
          }));
          const tree = partialTree(new Map(shown.map((p) => [p, leaves[p]!])), given);
          for (const one of wanted) expect(rootOf(one, tree.read)).toEqual(rootOf(one, read));
          for (const { level, index } of given) tree.read(level, index);
          expect(tree.disagreements).toEqual([]);
          const [first] = shown;
          if (first === undefined) return;
          const forged = partialTree(
            new Map(shown.map((p) => [p, p === first ? leafHash('x') : leaves[p]!])),
            given,
          );
          expect(rootOf(size, forged.read)).not.toEqual(rootOf(size, read));
        },
      ),
      { numRuns: 150 },
    );
  });
});
