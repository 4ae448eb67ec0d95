import type { DraftPlace } from '../../db/queries/drafts.js';
import { compartmentOf } from '../../door/sealed-answers.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { COMPARTMENTS, type Compartment, type PersonKeys } from '../../platform/vault/vault.js';
import type { Field } from '../../protocols/language/form.js';

type Values = Readonly<Record<string, unknown>>;

/** A draft as bytes: its answers split by compartment, each part sealed under its own key for this place. */
export function sealDraft(
  keys: PersonKeys,
  place: DraftPlace,
  fields: readonly Field[],
  values: Values,
): Buffer {
  const parts: Partial<Record<Compartment, Record<string, unknown>>> = {};
  for (const { id, category } of fields) {
    if (values[id] === undefined) continue;
    const compartment = compartmentOf(category);
    parts[compartment] = { ...parts[compartment], [id]: values[id] };
  }
  const sealed: Partial<Record<Compartment, string>> = {};
  for (const compartment of COMPARTMENTS) {
    const part = parts[compartment];
    if (!part) continue;
    const plain = Buffer.from(JSON.stringify(part));
    const bytes = seal(keys[compartment], plain, boundTo(place, compartment));
    sealed[compartment] = bytes.toString('base64');
  }
  return Buffer.from(JSON.stringify(sealed));
}

/** The answers of a draft. Throws when it was sealed for another place or with other keys. */
export function unsealDraft(keys: PersonKeys, place: DraftPlace, stored: Buffer): Values {
  const sealed = JSON.parse(stored.toString('utf8')) as Partial<Record<Compartment, string>>;
  const values: Record<string, unknown> = {};
  for (const compartment of COMPARTMENTS) {
    const part = sealed[compartment];
    if (part === undefined) continue;
    const bound = boundTo(place, compartment);
    const plain = unseal(keys[compartment], Buffer.from(part, 'base64'), bound);
    Object.assign(values, JSON.parse(plain.toString('utf8')));
  }
  return values;
}

function boundTo({ run, step, opening, role }: DraftPlace, compartment: Compartment): string {
  return `drafts/${run}/${step}/${opening}/${role}/${compartment}`;
}
