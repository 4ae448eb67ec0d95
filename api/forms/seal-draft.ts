import type { DraftPlace } from '../../db/queries/drafts.js';
import { compartmentOf } from '../../door/sealed-answers.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { COMPARTMENTS, type Compartment, type PersonKeys } from '../../platform/vault/vault.js';
import type { Field } from '../../protocols/language/form.js';

type Values = Readonly<Record<string, unknown>>;

/** What was typed so far and, where it was chosen already, the outcome. */
export interface DraftContent {
  readonly answers: Values;
  readonly outcome?: string;
}

/** A draft as bytes: its answers split by compartment, each part sealed under its own key for this place. */
export function sealDraft(
  keys: PersonKeys,
  place: DraftPlace,
  fields: readonly Field[],
  { answers: values, outcome }: DraftContent,
): Buffer {
  const parts: Partial<Record<Compartment, Record<string, unknown>>> = {};
  for (const { id, category } of fields) {
    if (values[id] === undefined) continue;
    const compartment = compartmentOf(category);
    parts[compartment] = { ...parts[compartment], [id]: values[id] };
  }
  const sealed: Partial<Record<Compartment | 'outcome', string>> = {};
  if (outcome !== undefined) {
    const bound = boundTo(place, 'outcome');
    sealed.outcome = seal(keys.protection, Buffer.from(outcome), bound).toString('base64');
  }
  for (const compartment of COMPARTMENTS) {
    const part = parts[compartment];
    if (!part) continue;
    const plain = Buffer.from(JSON.stringify(part));
    const bytes = seal(keys[compartment], plain, boundTo(place, compartment));
    sealed[compartment] = bytes.toString('base64');
  }
  return Buffer.from(JSON.stringify(sealed));
}

/** The content of a draft. Throws when it was sealed for another place or with other keys. */
export function unsealDraft(keys: PersonKeys, place: DraftPlace, stored: Buffer): DraftContent {
  const sealed = JSON.parse(stored.toString('utf8')) as Partial<
    Record<Compartment | 'outcome', string>
  >;
  const values: Record<string, unknown> = {};
  for (const compartment of COMPARTMENTS) {
    const part = sealed[compartment];
    if (part === undefined) continue;
    const bound = boundTo(place, compartment);
    const plain = unseal(keys[compartment], Buffer.from(part, 'base64'), bound);
    Object.assign(values, JSON.parse(plain.toString('utf8')));
  }
  if (sealed.outcome === undefined) return { answers: values };
  const bytes = Buffer.from(sealed.outcome, 'base64');
  const outcome = unseal(keys.protection, bytes, boundTo(place, 'outcome')).toString('utf8');
  return { answers: values, outcome };
}

function boundTo({ run, step, opening, role }: DraftPlace, part: Compartment | 'outcome'): string {
  return `drafts/${run}/${step}/${opening}/${role}/${part}`;
}
