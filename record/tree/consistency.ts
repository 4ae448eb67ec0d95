import { nodeHash, type ReadNode, rootOf, subtreesOf } from './hashes.js';

/**
 * Proof that the tree of `size` leaves begins with the tree of `before` leaves, RFC 9162 section 2.1.4.1. Throws when a
 * node is not known or `before` is not within the tree.
 */
export function proveConsistency(before: number, size: number, read: ReadNode): Buffer[] {
  if (!(before > 0 && before <= size))
    throw new RangeError('No tree before this one has that size');
  const hashOf = (from: number, to: number): Buffer => {
    const shifted: ReadNode = (level, index) => read(level, index + from / 2 ** level);
    const hash = rootOf(to - from, shifted);
    if (!hash) throw new Error('A node of the tree is not known');
    return hash;
  };
  const prove = (from: number, old: number, to: number, whole: boolean): Buffer[] => {
    if (old === to - from) return whole ? [] : [hashOf(from, to)];
    const half = 2 ** Math.ceil(Math.log2(to - from) - 1);
    if (old <= half) {
      return [...prove(from, old, from + half, whole), hashOf(from + half, to)];
    }
    return [...prove(from + half, old - half, to, false), hashOf(from, from + half)];
  };
  return prove(0, before, size, true);
}

/** Whether the proof shows that the later tree begins with the earlier one, RFC 9162 section 2.1.4.2. */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Buffer },
  later: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  if (earlier.size === 0) return proof.length === 0;
  const path = subtreesOf(0, earlier.size).length === 1 ? [earlier.root, ...proof] : [...proof];
  const [first] = path;
  if (!first) return false;
  let fn = earlier.size - 1;
  let sn = later.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let fr = first;
  let sr = first;
  for (const hash of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      sr = nodeHash(sr, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && fr.equals(earlier.root) && sr.equals(later.root);
}
