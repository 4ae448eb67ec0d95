import { createHmac, hkdfSync } from 'node:crypto';
import { findPersonKeys } from '../db/queries/person-keys.js';
import type { SealedAnswers } from '../db/queries/write-acts.js';
import { seal } from '../platform/vault/seal.js';
import {
  COMPARTMENTS,
  type Compartment,
  KeyDestroyedError,
  type PersonKeys,
} from '../platform/vault/vault.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import type { Category, Field } from '../protocols/language/form.js';
import type { Answers } from './acts.js';
import type { Door } from './door.js';

/** Which key protects which category of data. */
export function compartmentOf(category: Category): Compartment {
  if (category === 'D2') return 'contact';
  return category === 'D5b' || category === 'D6' || category === 'D9' ? 'protection' : 'identity';
}

/** What a ciphertext of answers is bound to: moved to another act it does not open. */
export function answersPlace(runId: string, seq: number, compartment: string): string {
  return `answers/${runId}/${seq}/${compartment}`;
}

/** The data keys of a person. Throws `KeyDestroyedError` when there are none: the person was erased. */
export async function getPersonKeys(door: Door, personId: string): Promise<PersonKeys> {
  const known = door.keys.find(personId);
  if (known) return known;
  const row = await findPersonKeys(door.db.sql, personId);
  if (!row) throw new KeyDestroyedError('identity');
  const keys = await door.vault.open(personId, row);
  door.keys.set(personId, keys);
  return keys;
}

/**
 * What seals a packet with these categories: made of the identity key and that of every compartment in it, so that a packet is gone with the
 * first of them that is destroyed.
 */
export function packetKey(keys: PersonKeys, categories: readonly Category[]): Buffer {
  const within = new Set<Compartment>(['identity', ...categories.map(compartmentOf)]);
  const parts = COMPARTMENTS.filter((compartment) => within.has(compartment));
  const secret = Buffer.concat(parts.map((compartment) => keys[compartment]));
  return Buffer.from(hkdfSync('sha256', secret, '', `packet/${parts.join('+')}`, 32));
}

/**
 * A digest of the answers for the history. Keyed with the person's own key: it proves what was answered while the key
 * exists and is noise once the person is erased.
 */
export function digestAnswers(keys: PersonKeys, answers: Answers): string {
  return createHmac('sha256', keys.identity).update(canonicalJson(answers)).digest('hex');
}

/** The answers split by compartment, each sealed under its own key. */
export function sealAnswers(
  definition: Definition,
  keys: PersonKeys,
  answers: Answers,
  place: { runId: string; seq: number },
): SealedAnswers[] {
  const parts = new Map<Compartment, Record<string, unknown>>();
  for (const field of fieldsOf(definition, answers.form)) {
    const value = answers.values[field.id];
    if (value === undefined) continue;
    const compartment = compartmentOf(field.category);
    const part = parts.get(compartment) ?? {};
    part[field.id] = value;
    parts.set(compartment, part);
  }
  return COMPARTMENTS.flatMap((compartment) => {
    const part = parts.get(compartment);
    if (!part) return [];
    const bound = answersPlace(place.runId, place.seq, compartment);
    const sealed = seal(keys[compartment], Buffer.from(JSON.stringify(part)), bound);
    return [{ compartment, form: answers.form, ciphertext: sealed.toString('base64') }];
  });
}

/** What can be answered under a name: that of a step, of an event, or of one of each, as a hold and the report that brings it about. */
export function fieldsOf({ steps, events }: Definition, form: string): readonly Field[] {
  return [...steps, ...events].filter(({ id }) => id === form).flatMap((owner) => owner.form ?? []);
}
