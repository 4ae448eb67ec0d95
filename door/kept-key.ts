import { randomBytes } from 'node:crypto';
import { keepSearchKey } from '../db/queries/document-keys.js';
import type { Vault } from '../platform/vault/vault.js';
import type { Door } from './door.js';

/** `documents`: of the numbers by which a person can be found; `reasons`: of fingerprints of reasons. */
type Purpose = 'documents' | 'reasons';

/** By vault: every request works with a door of its own, and all of them with one vault. */
const known = new WeakMap<Vault, Map<Purpose, Promise<Buffer>>>();

/** The installation's key for keyed hashes of one purpose: made at its first use, and kept sealed by the master key. */
export function keptKey(door: Door, purpose: Purpose): Promise<Buffer> {
  const there = known.get(door.vault) ?? new Map<Purpose, Promise<Buffer>>();
  known.set(door.vault, there);
  const opened = there.get(purpose);
  if (opened) return opened;
  const opening = openKey(door, purpose);
  there.set(purpose, opening);
  opening.catch(() => there.delete(purpose));
  return opening;
}

async function openKey({ db, vault }: Door, purpose: Purpose): Promise<Buffer> {
  const place = `search/${purpose}`;
  const fresh = vault.protect(randomBytes(32).toString('base64url'), place);
  return Buffer.from(vault.reveal(await keepSearchKey(db.sql, purpose, fresh), place), 'base64url');
}
