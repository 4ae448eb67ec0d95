import { HASH_BYTES, type Node, type ReadNode, subtreeHash } from './hashes.js';

/** Levels of the tree one tile spans; C2SP tlog-tiles. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/**
 * Hashes of up to 256 neighbours: of leaves at level 0, at every level above of the full tiles below. The last tile of a
 * level may be partial.
 */
export interface Tile extends Node {
  readonly hashes: Buffer;
}

/** The tile a node is computed from. */
export function tileOf({ level, index }: Node): Node {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  return { level: tileLevel, index: Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH) };
}

/** Reads nodes out of tiles; a node whose tile is not given, or too short, is not known. */
export function readFromTiles(tiles: Iterable<Tile>): ReadNode {
  const known = new Map<string, Buffer>();
  for (const { level, index, hashes } of tiles) known.set(`${level}/${index}`, hashes);
  return (level, index) => {
    const at = tileOf({ level, index });
    const hashes = known.get(`${at.level}/${at.index}`);
    const count = 2 ** (level % TILE_HEIGHT);
    const first = index * count - at.index * TILE_WIDTH;
    if (!hashes || hashes.length < (first + count) * HASH_BYTES) return undefined;
    return subtreeHash(Array.from({ length: count }, (_, i) => hashAt(hashes, first + i)));
  };
}

/**
 * The tiles that change when leaves are added. `last` gives the last, partial tile of a level as it is stored; undefined
 * where the level is empty or its last tile is full. `size` is the number of leaves before.
 */
export function addLeaves(
  size: number,
  leaves: readonly Buffer[],
  last: (level: number) => Buffer | undefined,
): Tile[] {
  const changed: Tile[] = [];
  let row = leaves;
  let width = size;
  for (let level = 0; row.length > 0; level += 1) {
    const filled: Buffer[] = [];
    let index = Math.floor(width / TILE_WIDTH);
    let open = width % TILE_WIDTH === 0 ? [] : split(last(level) ?? Buffer.alloc(0));
    for (const hash of row) {
      open.push(hash);
      if (open.length < TILE_WIDTH) continue;
      changed.push({ level, index, hashes: Buffer.concat(open) });
      filled.push(subtreeHash(open));
      open = [];
      index += 1;
    }
    if (open.length > 0) changed.push({ level, index, hashes: Buffer.concat(open) });
    row = filled;
    width = Math.floor(width / TILE_WIDTH);
  }
  return changed;
}

function split(hashes: Buffer): Buffer[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, i) => hashAt(hashes, i));
}

function hashAt(hashes: Buffer, i: number): Buffer {
  return hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
}
