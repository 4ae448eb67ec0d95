import type { RunState } from '../../protocols/core/state.js';
import type { Definition, Role } from '../../protocols/language/definition.js';
import { roleOfKey } from '../../protocols/language/pack.js';
import type { Access } from './access.js';
import type { Relation } from './policy.js';

/** The roles of a run an institution fills, or beside which it is competent for some steps, in definition order. */
export function rolesOf(definition: Definition, state: RunState, institution: string): Role[] {
  const bound = Object.entries(state.bindings).filter(([, one]) => one.institution === institution);
  const filled = new Set(bound.map(([key]) => roleOfKey(key)));
  return definition.roles.filter(({ id }) => filled.has(id));
}

/**
 * How an institution stands to a run. Who started it stays its starter as long as it fills any role: a case that was given to
 * another institution is no longer its own. A rehearsal stays with who rehearses.
 */
export function relationsTo(
  run: { startedBy: string; rehearsal: boolean; state: RunState },
  definition: Definition,
  institution: string,
): Set<Relation> {
  const relations = new Set<Relation>();
  const roles = rolesOf(definition, run.state, institution);
  if (roles.length > 0) relations.add('party');
  if (run.state.bindings[definition.lead]?.institution === institution) relations.add('lead');
  if (isStarter(run, institution, roles.length)) relations.add('starter');
  if (run.startedBy === institution && run.rehearsal) relations.add('rehearsal');
  return relations;
}

/** Whether an institution that fills so many of its roles has the rights of whoever started a run. */
export function isStarter(
  run: { readonly startedBy: string; readonly rehearsal: boolean },
  institution: string,
  roles: number,
): boolean {
  return run.startedBy === institution && (roles > 0 || run.rehearsal);
}

/**
 * How much of a run is shown. `full`: case leads of the institution that leads or started it, and monitors (without
 * planned dates). `party`: own steps in full, of the others only title, institution and deadline. `reserved`:
 * institutions of the receiving side, so authorities of origin, see their own steps and nothing else, because a step,
 * an outcome or a reason of somebody else may tell that the person claims protection.
 */
export type Level = 'full' | 'party' | 'reserved';

export function levelOf(
  access: Access,
  relations: ReadonlySet<Relation>,
  roles: readonly Role[],
): Level {
  if (access.role === 'monitor') return 'full';
  const leads = relations.has('lead') || relations.has('starter');
  if (leads && access.role === 'case-lead') return 'full';
  if (access.role === 'admin' && relations.has('rehearsal')) return 'full';
  if (relations.has('lead')) return 'party';
  return roles.some((role) => levelOfRole(role) === 'party') ? 'party' : 'reserved';
}

/** What an institution is shown by a role alone. */
export function levelOfRole(role: Role): Exclude<Level, 'full'> {
  return isReserved(role) ? 'reserved' : 'party';
}

/** Roles of the receiving side learn of a run only when a step or a share reaches them. */
export function isReserved(role: Role): boolean {
  return role.side === 'receiving';
}
