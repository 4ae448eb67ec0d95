import { createHash } from 'node:crypto';

/** Reads the hash of a complete subtree: `level` 0 are leaves, each level above halves; undefined where it is not known. */
export type ReadNode = (level: number, index: number) => Buffer | undefined;

/** Place of a complete subtree. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

export const HASH_BYTES = 32;

/** Hash of a leaf, RFC 9162 section 2.1.1: the prefix keeps a leaf from passing for a node. */
export function leafHash(data: string | Buffer): Buffer {
  return createHash('sha256').update('\0').update(data).digest();
}

/** Hash of two subtrees, RFC 9162 section 2.1.1. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(left).update(right).digest();
}

/** The complete subtrees a range of leaves is made of, left to right; `from` must be a multiple of a power of two above the rest. */
export function subtreesOf(from: number, to: number): Node[] {
  const found: Node[] = [];
  for (let start = from; start < to; ) {
    let level = 0;
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level += 1;
    found.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return found;
}

/** Merkle tree hash of the leaves `[0, size)`, RFC 9162 section 2.1.1; undefined when a node is not known. */
export function rootOf(size: number, read: ReadNode): Buffer | undefined {
  return size === 0 ? createHash('sha256').digest() : rangeHash(0, size, read);
}

function rangeHash(from: number, to: number, read: ReadNode): Buffer | undefined {
  const hashes = subtreesOf(from, to).map(({ level, index }) => read(level, index));
  return hashes.reduceRight((right, left) => (left && right ? nodeHash(left, right) : undefined));
}

/** Hash of a complete subtree of which all leaves' hashes are given. */
export function subtreeHash(hashes: readonly Buffer[]): Buffer {
  let row = [...hashes];
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!));
  }
  return row[0]!;
}
