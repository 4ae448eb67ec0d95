import type { Binding } from '../protocols/core/state.js';
import { sitsAbroad } from '../protocols/language/corridor.js';
import type { Definition, Role } from '../protocols/language/definition.js';

const SENDING = { country: 'MX', timeZone: 'America/Mexico_City' };
const RECEIVING = { country: 'HN', timeZone: 'America/Tegucigalpa' };

interface State {
  readonly country: string;
  readonly timeZone: string;
}

/** The States of a corridor, the sending one first; Mexico and Honduras unless given. */
export type States = readonly [sending: State, receiving: State];
const CORRIDOR: States = [SENDING, RECEIVING];

const placeOf = ({ side }: Role, [sending, receiving]: States) =>
  side === 'receiving' ? receiving : sending;
const idOf = (role: Role) => `inventada-${role.id.toLowerCase()}`;

/**
 * One invented institution per role, in the State of its side, each with a mailbox for itself and its supervisor whose
 * domain is reserved for examples.
 */
export function institutionsOf(definition: Definition, states: States = CORRIDOR) {
  return definition.roles.map((role) => {
    const id = idOf(role);
    const email = `${id}@oficina-inventada.example`;
    const place = placeOf(role, states);
    return {
      id,
      kind: role.kind,
      ...place,
      ...(sitsAbroad(role) ? { ofState: place.country } : {}),
      nameEs: `Institución inventada ${role.id}`,
      nameEn: `Invented institution ${role.id}`,
      email,
      supervisorEmail: `supervision.${email}`,
    };
  });
}

/** The same institutions as the pure core is bound to them. */
export function bindingsOf(
  definition: Definition,
  states: States = CORRIDOR,
): Record<string, Binding> {
  return Object.fromEntries(
    definition.roles.map((role) => [
      role.id,
      { institution: idOf(role), ...placeOf(role, states) },
    ]),
  );
}
