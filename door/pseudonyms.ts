import { createHmac, randomBytes } from 'node:crypto';
import { keepPseudonymKey, listRealRunIds } from '../db/queries/pseudonym-keys.js';
import type { Vault } from '../platform/vault/vault.js';
import type { Door } from './door.js';
import { LruMap } from './lru-map.js';

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 15;

/** How many pseudonyms are remembered for an institution. */
const REMEMBERED = 20_000;

interface Names {
  readonly key: Buffer;
  /** Run by pseudonym. */
  readonly runs: LruMap<string, string>;
}

/** By vault: every request works with a door of its own, and all of them with one vault. */
const known = new WeakMap<Vault, Map<string, Promise<Names>>>();

/**
 * The name of a run for one monitoring institution, e.g. `M-7F3K9-1PQ4M-XW2RT`: always the same, different for every
 * institution, and nobody without the institution's key, which never leaves this process in clear, can tell the run from
 * it (HMAC-SHA-256, 74 bits of it shown).
 */
export async function pseudonymOf(door: Door, institution: string, runId: string): Promise<string> {
  const names = await namesFor(door, institution);
  const pseudonym = made(names.key, runId);
  names.runs.set(pseudonym, runId);
  return pseudonym;
}

/** The run an institution's pseudonym means; undefined for what means none. Looks through all real runs when need be. */
export async function findByPseudonym(
  door: Door,
  institution: string,
  pseudonym: string,
): Promise<string | undefined> {
  if (!/^M-\w{5}-\w{5}-\w{5}$/.test(pseudonym)) return undefined;
  const { key, runs } = await namesFor(door, institution);
  const remembered = runs.find(pseudonym);
  if (remembered) return remembered;
  const found = (await listRealRunIds(door.db)).find((id) => made(key, id) === pseudonym);
  if (found !== undefined) runs.set(pseudonym, found);
  return found;
}

function made(key: Buffer, runId: string): string {
  const digest = createHmac('sha256', key).update(`run/${runId}`).digest();
  const letters = Array.from(
    digest.subarray(0, LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
  return `M-${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

function namesFor(door: Door, institution: string): Promise<Names> {
  const all = known.get(door.vault) ?? new Map<string, Promise<Names>>();
  known.set(door.vault, all);
  const there = all.get(institution);
  if (there) return there;
  const making = openNames(door, institution);
  all.set(institution, making);
  making.catch(() => all.delete(institution));
  return making;
}

async function openNames(door: Door, institution: string): Promise<Names> {
  const name = `pseudonyms/${institution}`;
  const fresh = door.vault.protect(randomBytes(32).toString('base64url'), name);
  const kept = await keepPseudonymKey(door.db, institution, fresh);
  const key = Buffer.from(door.vault.reveal(kept, name), 'base64url');
  return { key, runs: new LruMap(REMEMBERED) };
}
