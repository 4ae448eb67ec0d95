import { type Countries, countriesOf, sitsAbroad } from '../language/corridor.js';
import type { Definition, Role } from '../language/definition.js';
import type { Binding, RunState } from './state.js';

/** What the directory is asked when a run is carried on. */
export interface BindingDirectory {
  isActive(institution: string): boolean;
  /** Whose authority a consulate or ministry is; undefined where nobody has said. */
  stateOf(institution: string): string | undefined;
  /** Every active institution of a kind in a country; of consulates and ministries those of that State, wherever they sit. */
  findAll(kind: string, country: string): readonly Binding[];
}

/**
 * Who fills the roles of a run that carries on another: the institution that fills the same role, else the one that
 * fills the roles of that kind and side, else the only one of that kind in that State. A consulate or ministry is found by the
 * State whose authority it is, never by where it sits, and does not go on where it turned out to be that of another State. A role
 * for which that names nobody, or several, stays vacant; the leading role then stays with whoever led before, for somebody must.
 */
export function inheritBindings(
  source: { readonly definition: Definition; readonly state: RunState },
  target: Definition,
  directory: BindingDirectory,
): Record<string, Binding> {
  const bindings: Record<string, Binding> = {};
  for (const role of target.roles) {
    const found = findBinding(source, role, directory) ?? standIn(source, target, role);
    if (found) bindings[role.id] = found;
  }
  return bindings;
}

type Source = Parameters<typeof inheritBindings>[0];

function findBinding(
  { definition, state }: Source,
  role: Role,
  directory: BindingDirectory,
): Binding | undefined {
  const alike = definition.roles.filter(
    ({ kind, side }) => kind === role.kind && side === role.side,
  );
  const bound = (candidates: readonly Role[]) =>
    candidates
      .map(({ id }) => state.bindings[id])
      .filter(
        (binding) =>
          binding !== undefined &&
          directory.isActive(binding.institution) &&
          !isOfAnother({ definition, state }, role, directory.stateOf(binding.institution)),
      ) as Binding[];
  const [same] = bound(alike.filter(({ id }) => id === role.id));
  if (same) return same;
  const only = theOnly(bound(alike));
  if (only) return only;
  const country = countryOf({ definition, state }, role.side);
  if (country === undefined) return undefined;
  const all = directory.findAll(role.kind, country);
  // A State has consulates in many others: the one for this person sits where the person is, or at home.
  return theOnly(
    sitsAbroad(role) ? all.filter(isIn(countriesOf(definition, state.bindings))) : all,
  );
}

/** Whether a consulate or ministry is known to be of another State than the side of its role. */
function isOfAnother(
  { definition, state }: Source,
  role: Role,
  itsState: string | undefined,
): boolean {
  if (!sitsAbroad(role) || role.side === 'either' || itsState === undefined) return false;
  const countries = countriesOf(definition, state.bindings)[role.side];
  return countries.length > 0 && !countries.includes(itsState);
}

/** Whether something is in one of the States of a run. */
function isIn({ sending, receiving }: Countries): (of: { readonly country: string }) => boolean {
  return ({ country }) => sending.includes(country) || receiving.includes(country);
}

function standIn(
  { definition, state }: Source,
  target: Definition,
  role: Role,
): Binding | undefined {
  return role.id === target.lead ? state.bindings[definition.lead] : undefined;
}

/** The one institution among them; undefined when there is none or there are several. */
function theOnly(bindings: readonly Binding[]): Binding | undefined {
  const [first] = bindings;
  return bindings.every(({ institution }) => institution === first?.institution)
    ? first
    : undefined;
}

/** The State of a side: that of its institutions, if they agree; for bodies of neither side that of the lead. */
function countryOf({ definition, state }: Source, side: Role['side']): string | undefined {
  if (side === 'either') return state.bindings[definition.lead]?.country;
  const [country, ...others] = countriesOf(definition, state.bindings)[side];
  return others.length === 0 ? country : undefined;
}
