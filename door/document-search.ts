import { createHmac } from 'node:crypto';
import { listRunsByDocument } from '../db/queries/document-keys.js';
import type { Definition } from '../protocols/language/definition.js';
import { normalDocumentNumber } from '../protocols/language/document-number.js';
import type { Answers } from './acts.js';
import type { Door, KnownRun } from './door.js';
import { keptKey } from './kept-key.js';
import { fieldsOf } from './sealed-answers.js';

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
  const key = await keptKey(door, 'documents');
  return numbers.map((number) => hashOf(key, number).toString('base64'));
}

/** Open runs of whoever has this document number; none for what is no number. */
export async function findByDocument(door: Door, number: string): Promise<KnownRun[]> {
  const key = await keptKey(door, 'documents');
  const normal = normalDocumentNumber(number);
  return normal === undefined ? [] : listRunsByDocument(door.db.sql, hashOf(key, normal));
}

function hashOf(key: Buffer, number: string): Buffer {
  return createHmac('sha256', key).update(`document/${number}`).digest();
}
