import { nodeHash, type ReadNode } from '../tree/hashes.js';

/** A stretch of positions, `until` not included. */
export interface Stretch {
  readonly position: number;
  readonly until: number;
}

/**
 * A tree of which some leaves and some nodes are known. What can be computed from leaves is, and a node that was given all the
 * same must be what was computed; where it is not, `disagreements` says which leaves are under it.
 */
export interface PartialTree {
  readonly read: ReadNode;
  readonly disagreements: readonly Stretch[];
}

export function partialTree(
  leaves: ReadonlyMap<number, Buffer>,
  given: readonly { readonly level: number; readonly index: number; readonly hash: Buffer }[],
): PartialTree {
  const disagreements: Stretch[] = [];
  const nodes = new Map(given.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  const highest = 52;
  const shown = new Set<string>();
  for (const position of leaves.keys()) markAbove(shown, 0, position, highest);
  const near = new Set(shown);
  for (const { level, index } of given) markAbove(near, level, index, highest);
  const known = new Map<string, Buffer | undefined>();
  const read: ReadNode = (level, index) => {
    const key = `${level}/${index}`;
    if (known.has(key)) return known.get(key);
    const own = level === 0 ? leaves.get(index) : compute(level, index, key);
    const told = nodes.get(key);
    if (own && told && !own.equals(told)) {
      const width = 2 ** level;
      disagreements.push({ position: index * width, until: (index + 1) * width });
    }
    const hash = shown.has(key) ? own : (told ?? own);
    known.set(key, hash);
    return hash;
  };
  const compute = (level: number, index: number, key: string): Buffer | undefined => {
    if (!near.has(key)) return undefined;
    const left = read(level - 1, 2 * index);
    const right = read(level - 1, 2 * index + 1);
    return left && right ? nodeHash(left, right) : undefined;
  };
  return { read, disagreements };
}

function markAbove(marks: Set<string>, level: number, index: number, highest: number): void {
  for (let l = level, i = index; l <= highest; l += 1, i = Math.floor(i / 2)) {
    const key = `${l}/${i}`;
    if (marks.has(key)) return;
    marks.add(key);
  }
}
