import type { Institution } from '../../db/queries/institutions.js';
import type { Definition, Role } from '../../protocols/language/definition.js';

/** Who could fill a role, and who is proposed for it; nobody where the place does not say which one. */
export interface RoleChoice {
  readonly role: Role;
  readonly candidates: readonly Institution[];
  readonly proposed?: string;
}

/** Consulates and ministries sit in the State they work in, not in the one they belong to. */
const ABROAD: readonly string[] = ['CON'];

/**
 * Who could fill each role of a protocol. Proposed is the asking institution where its kind and place fit, else the only
 * one of the kind in the place. A place that has several is for a person to choose.
 */
export function proposeBindings(
  definition: Definition,
  institutions: readonly Institution[],
  place: { readonly own: string; readonly sending: string; readonly receiving: string },
): RoleChoice[] {
  return definition.roles.map((role) => {
    const country =
      role.side === 'receiving' && !ABROAD.includes(role.kind) ? place.receiving : place.sending;
    const candidates = institutions.filter(({ active, kind }) => active && kind === role.kind);
    const here = candidates.filter((one) => one.country === country);
    const fits = here.length > 0 || role.side !== 'either' ? here : candidates;
    const own = fits.find(({ id }) => id === place.own);
    const proposed = own ?? (fits.length === 1 ? fits[0] : undefined);
    return { role, candidates, ...(proposed ? { proposed: proposed.id } : {}) };
  });
}
