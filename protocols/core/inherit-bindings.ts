import { countriesOf, sitsAbroad } from '../language/corridor.js';
import type { Definition, Role } from '../language/definition.js';
import type { Binding, RunState } from './state.js';

/** What the directory is asked when a run is carried on. */
export interface BindingDirectory {
  isActive(institution: string): boolean;
  /** Every active institution of a kind in a country. */
  findAll(kind: string, country: string): readonly Binding[];
}

/**
 * Who fills the roles of a run that carries on another: the institution that fills the same role, else the one that
 * fills the roles of that kind and side, else the only one of that kind in that State; never a consulate by where it sits,
 * which would be that of another State. A role for which that names nobody, or several, stays vacant; the leading role then
 * stays with whoever led before, for somebody must.
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
        (binding) => binding !== undefined && directory.isActive(binding.institution),
      ) as Binding[];
  const [same] = bound(alike.filter(({ id }) => id === role.id));
  if (same) return same;
  const only = theOnly(bound(alike));
  if (only) return only;
  if (sitsAbroad(role)) return undefined;
  const country = countryOf({ definition, state }, role.side);
  return country === undefined ? undefined : theOnly(directory.findAll(role.kind, country));
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
