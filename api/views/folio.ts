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

/** Letters of a run's id that its key shows: 50 random bits, enough to tell the runs of an installation apart. */
const KEY_LENGTH = 10;

/** The key by which people name a case, e.g. `C-7F3K9-1PQ4M`: the beginning of the run's id, so it can be searched for. */
export function caseKeyOf(runId: string): string {
  const letters = runId.slice(0, KEY_LENGTH).toUpperCase();
  return `C-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** The beginning of the id of the run that a typed key means, with or without dashes; undefined for what is no key. */
export function runPrefixOf(typed: string): string | undefined {
  const letters = typed.trim().toLowerCase().replace(/^c-/, '').replaceAll(/[\s-]/g, '');
  return /^[0-9a-v]{4,26}$/.test(letters) ? letters : undefined;
}
