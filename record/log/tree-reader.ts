import type { Queryable } from '../../db/queries/log/queryable.js';
import { listTiles } from '../../db/queries/log/tiles.js';
import { type Node, type ReadNode, subtreesOf } from '../tree/hashes.js';
import { readFromTiles, tileOf } from '../tree/tiles.js';

/** Reads the tiles these nodes are computed from, and gives a reader of them. */
export async function readNodes(sql: Queryable, nodes: readonly Node[]): Promise<ReadNode> {
  const places = new Map(nodes.map(tileOf).map((at) => [`${at.level}/${at.index}`, at]));
  return readFromTiles(await listTiles(sql, [...places.values()]));
}

/** Every node a proof of consistency between two sizes may need. */
export function nodesBetween(before: number, size: number): Node[] {
  const nodes = [...subtreesOf(0, before), ...subtreesOf(0, size)];
  // Halves of the subtrees the smaller size cuts through.
  for (let level = 0; 2 ** level <= size; level += 1) {
    const index = Math.floor(before / 2 ** level);
    for (const near of [index - 1, index, index + 1]) {
      if (near >= 0 && (near + 1) * 2 ** level <= size) nodes.push({ level, index: near });
    }
  }
  return nodes;
}
