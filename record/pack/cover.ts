import { type Node, subtreesOf } from '../tree/hashes.js';
import { TILE_HEIGHT } from '../tree/tiles.js';

/**
 * The nodes a pack carries so that the roots of all these sizes can be computed from the leaves it shows (positions in
 * order): what no shown leaf is under, as large as possible, and the stored hashes of every 256 leaves, 65,536 and so on
 * above shown ones, which narrow down where something was changed.
 */
export function coverOf(shown: readonly number[], sizes: readonly number[]): Node[] {
  const nodes = new Map<string, Node>();
  const add = (node: Node) => nodes.set(`${node.level}/${node.index}`, node);
  const visit = (node: Node): void => {
    const { level, index } = node;
    if (!isUnder(shown, index * 2 ** level, (index + 1) * 2 ** level)) {
      add(node);
      return;
    }
    if (level === 0) return;
    if (level % TILE_HEIGHT === 0) add(node);
    visit({ level: level - 1, index: 2 * index });
    visit({ level: level - 1, index: 2 * index + 1 });
  };
  const largest = Math.max(0, ...sizes);
  for (const node of subtreesOf(0, largest)) visit(node);
  for (const size of sizes) {
    for (const node of subtreesOf(0, size)) {
      const { level, index } = node;
      if (!isUnder(shown, index * 2 ** level, (index + 1) * 2 ** level)) add(node);
    }
  }
  return [...nodes.values()];
}

/** Whether a shown position lies in `[from, to)`. */
function isUnder(shown: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shown[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < shown.length && shown[low]! < to;
}
