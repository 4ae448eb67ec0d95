import type { Institution } from '../../db/queries/institutions.js';
import { sitsAbroad } from '../../protocols/language/corridor.js';
import type { Definition, Role } from '../../protocols/language/definition.js';

/** Who could fill a role, and who is proposed for it; nobody where the place does not say which one. */
export interface RoleChoice {
  readonly role: Role;
  readonly candidates: readonly Institution[];
  readonly proposed?: string;
}

/** Where an institution sits of which nobody has said whose it is. */
const IN_THE_SENDING_STATE: readonly string[] = ['CON'];

interface Place {
  readonly own: string;
  readonly sending: string;
  readonly receiving: string;
}

/**
 * Who could fill each role of a protocol. Proposed is the asking institution where its kind and place fit, else the only
 * one of the kind in the place. A place that has several is for a person to choose.
 */
export function proposeBindings(
  definition: Definition,
  institutions: readonly Institution[],
  place: Place,
): RoleChoice[] {
  return definition.roles.map((role) => {
    const state = role.side === 'receiving' ? place.receiving : place.sending;
    const candidates = institutions.filter(({ active, kind }) => active && kind === role.kind);
    const here = sitsAbroad(role)
      ? representing(candidates, state, place)
      : candidates.filter((one) => one.country === state);
    const fits = here.length > 0 || role.side !== 'either' ? here : candidates;
    const own = fits.find(({ id }) => id === place.own);
    const proposed = own ?? (fits.length === 1 ? fits[0] : undefined);
    return { role, candidates, ...(proposed ? { proposed: proposed.id } : {}) };
  });
}

/**
 * Consulates and ministries of a State, those in the sending State before others. While of none is known that it is of that
 * State, those that sit where one would and of which nobody has said whose they are.
 */
function representing(
  candidates: readonly Institution[],
  state: string,
  { sending }: Place,
): readonly Institution[] {
  const its = candidates.filter(({ ofState }) => ofState === state);
  const near = its.filter(({ country }) => country === sending);
  if (near.length > 0) return near;
  const atHome = its.filter(({ country }) => country === state);
  if (its.length > 0) return atHome;
  return candidates.filter(({ kind, country, ofState }) => {
    const expected = IN_THE_SENDING_STATE.includes(kind) ? sending : state;
    return ofState === null && country === expected;
  });
}
