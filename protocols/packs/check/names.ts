import type { Definition } from '../../language/definition.js';
import type { Pack } from '../../language/pack.js';
import { type PackFinding, packFinding } from './words.js';

/** Steps, outcomes, events, facts and roles a pack names for a protocol that does not have them. */
export function unknownNames(definition: Definition, pack: Pack): PackFinding[] {
  const found: PackFinding[] = [];
  const variant = pack.variants.find(({ protocol }) => protocol === definition.id);
  const { steps, events, roles, facts } = definition;
  const known = {
    step: new Set<string>(steps.map(({ id }) => id)),
    role: new Set<string>(roles.map(({ id }) => id)),
    fact: new Set<string>([...facts, ...(variant?.facts ?? [])].map(({ id }) => id)),
    place: new Set<string>([
      ...steps.flatMap((step) => step.outcomes.map(({ id }) => `${step.id}:${id}`)),
      ...events.map(({ id }) => `event:${id}`),
    ]),
  };
  const need = (kind: keyof typeof known, id: string, where: string) => {
    if (!known[kind].has(id)) found.push(packFinding('name-unknown', where, { id }));
  };
  for (const { id, steps: uses } of pack.norms) {
    for (const { protocol, step } of uses ?? []) {
      if (protocol === definition.id) need('step', step, `norms/${id}`);
    }
  }
  if (!variant) return found;
  const at = (part: string) => `variants/${definition.id}/${part}`;
  for (const { step } of variant.deadlines ?? []) need('step', step, at('deadlines'));
  for (const { step } of variant.texts ?? []) need('step', step, at('texts'));
  for (const { role } of variant.roles ?? []) need('role', role, at('roles'));
  for (const { step } of variant.fields ?? []) need('step', step, at('fields'));
  for (const { id } of variant.rewrites ?? []) need('step', id, at('rewrites'));
  for (const { step, roles: more } of variant.signers ?? []) {
    need('step', step, at('signers'));
    for (const role of more) need('role', role, at('signers'));
  }
  for (const part of ['requires', 'clearsAtOpening'] as const) {
    for (const { step, facts: more } of variant[part] ?? []) {
      need('step', step, at(part));
      for (const fact of more) need('fact', fact, at(part));
    }
  }
  for (const { at: place, facts: more } of variant.clears ?? []) {
    need('place', place, at('clears'));
    for (const fact of more) need('fact', fact, at('clears'));
  }
  for (const { at: place, fact } of variant.validity ?? []) {
    need('place', place, at('validity'));
    need('fact', fact, at('validity'));
  }
  for (const step of variant.steps ?? []) {
    if (!known.step.has(step.id)) continue;
    found.push(packFinding('id-twice', at('steps'), { id: step.id }));
  }
  return found;
}
