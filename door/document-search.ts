import { createHmac, randomBytes } from 'node:crypto';
import { keepSearchKey, listRunsByDocument } from '../db/queries/document-keys.js';
import type { Vault } from '../platform/vault/vault.js';
import type { Definition } from '../protocols/language/definition.js';
import { normalDocumentNumber } from '../protocols/language/document-number.js';
import type { Answers } from './acts.js';
import type { Door, KnownRun } from './door.js';
import { fieldsOf } from './sealed-answers.js';

const PLACE = 'search/documents';

/** By vault: every request works with a door of its own, and all of them with one vault. */
const known = new WeakMap<Vault, Promise<Buffer>>();

/** Keyed hashes (HMAC-SHA-256 under a key of their own) of the document numbers among some answers, base64. */
export async function documentsIn(
  door: Door,
  definition: Definition,
  answers: Answers,
): Promise<string[]> {
  const numbers = fieldsOf(definition, answers.form)
    .filter(({ identity }) => identity === 'document-number')
    .flatMap(({ id }) => normalDocumentNumber(String(answers.values[id] ?? '')) ?? []);
  if (numbers.length === 0) return [];
  const key = await searchKey(door);
  return numbers.map((number) => hashOf(key, number).toString('base64'));
}

/** Open runs of whoever has this document number; none for what is no number. */
export async function findByDocument(door: Door, number: string): Promise<KnownRun[]> {
  const key = await searchKey(door);
  const normal = normalDocumentNumber(number);
  return normal === undefined ? [] : listRunsByDocument(door.db.sql, hashOf(key, normal));
}

function hashOf(key: Buffer, number: string): Buffer {
  return createHmac('sha256', key).update(`document/${number}`).digest();
}

function searchKey(door: Door): Promise<Buffer> {
  const there = known.get(door.vault);
  if (there) return there;
  const opening = openKey(door);
  known.set(door.vault, opening);
  opening.catch(() => known.delete(door.vault));
  return opening;
}

async function openKey({ db, vault }: Door): Promise<Buffer> {
  const fresh = vault.protect(randomBytes(32).toString('base64url'), PLACE);
  return Buffer.from(vault.reveal(await keepSearchKey(db.sql, fresh), PLACE), 'base64url');
}
