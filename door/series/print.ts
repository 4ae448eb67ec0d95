import { createHmac } from 'node:crypto';

/** Reasons of fewer words say the same thing in the same words by nature. */
export const FEWEST_WORDS = 12;
/** Bits of a fingerprint. */
export const PRINT_BITS = 512;
/**
 * Bits by which fingerprints of like texts differ at most. Each bit differs with half the share of word pairs the texts do not
 * have in common; here they have 60 in a hundred in common. Texts with half of that are taken for alike once in 10,000 times.
 */
export const LIKE_BITS = 102;

/**
 * A fingerprint of the given texts taken together, as 512 zeros and ones; undefined when they have too few words. For each bit
 * the word pair whose keyed hash is the smallest under that bit's order gives its lowest bit (min-hash), so that the share of
 * equal bits tells how alike the texts are. Without the key it is noise, and it holds no word.
 */
export function printOf(key: Buffer, texts: readonly string[]): string | undefined {
  const words = texts.map(wordsOf);
  if (words.reduce((sum, { length }) => sum + length, 0) < FEWEST_WORDS) return undefined;
  const hashes = [...new Set(words.flatMap(pairsOf))].map((pair) =>
    createHmac('sha256', key).update(`reasons/${pair}`).digest().readUInt32LE(0),
  );
  let bits = '';
  for (let bit = 0; bit < PRINT_BITS; bit += 1) {
    const order = mix(bit + 1);
    let least = 0xffffffff;
    for (const hash of hashes) {
      const place = mix(hash ^ order);
      if (place < least) least = place;
    }
    bits += mix(least ^ 0x5bd1e995) & 1;
  }
  return bits;
}

/** How alike two fingerprinted texts are, from 0 to 1: the share of their word pairs that they have in common, estimated. */
export function likeness(a: string, b: string): number {
  let different = 0;
  for (let bit = 0; bit < PRINT_BITS; bit += 1) if (a[bit] !== b[bit]) different += 1;
  return Math.max(0, 1 - (2 * different) / PRINT_BITS);
}

/** Letters and digits without accents and capitals: what a copy changes first. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** A one-to-one scrambling of 32 bits (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
