import { createHash } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * The reference of an act for people, e.g. `F-7F3K9-1PQ4M`: found again from the history, and tells neither the run nor
 * how many acts it has had.
 */
export function folioOf(runId: string, seq: number): string {
  return `F-${lettersOf(`folio/${runId}/${seq}`)}`;
}

/** The reference of a person's line on one operation's list, e.g. `L-7F3K9-1PQ4M`: it leads to the run of nobody. */
export function lineOf(operation: string, runId: string): string {
  return `L-${lettersOf(`line/${operation}/${runId}`)}`;
}

function lettersOf(source: string): string {
  const digest = createHash('sha256').update(source).digest();
  const letters = Array.from(
    digest.subarray(0, 10),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
