import { createHash } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * The reference of an act for people, e.g. `F-7F3K9-1PQ4M`: found again from the history, and tells neither the run nor
 * how many acts it has had.
 */
export function folioOf(runId: string, seq: number): string {
  const digest = createHash('sha256').update(`folio/${runId}/${seq}`).digest();
  const letters = Array.from(
    digest.subarray(0, 10),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
  return `F-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
