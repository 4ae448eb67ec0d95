import type { Binding } from '../protocols/core/state.js';
import { findAcross, type Sited, sitsAbroad } from '../protocols/language/corridor.js';
import type { Definition } from '../protocols/language/definition.js';
import { competenceKey, findPack, roleOfKey } from '../protocols/language/pack.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import { withStates } from './directory.js';
import type { Door } from './door.js';

type Bindings = Readonly<Record<string, Binding>>;
type Standing = Binding & Sited;

/**
 * The directory's institutions for the wanted roles, or why one cannot fill its role: it is not there, of another kind, or in
 * the State of the other side. `bound` is who fills the roles of a run that goes on.
 */
export async function resolveBindings(
  door: Door,
  definition: Definition,
  wanted: Readonly<Record<string, string>>,
  bound: Bindings = {},
): Promise<Record<string, Binding> | Refusal> {
  if (!Object.values(wanted).every((id) => isKnown(door, id))) await door.directory.reload();
  const bindings: Record<string, Binding> = {};
  for (const [role, id] of Object.entries(wanted)) {
    const kind = kindFor(definition, role);
    if (kind === undefined) return refusal('role-unknown', { role });
    const institution = door.directory.find(id);
    if (!institution?.active) return refusal('institution-unknown', { institution: id });
    if (institution.kind !== kind) {
      return refusal('role-mismatch', { institution: id, role, kind });
    }
    const { country, timeZone } = institution;
    bindings[role] = { institution: id, country, timeZone };
  }
  const refuse = () =>
    refuseAcross(
      definition,
      withStates(door.directory, bindings),
      withStates(door.directory, bound),
    );
  if (!refuse()) return bindings;
  // Another process may have been told meanwhile whose authority a consulate is.
  await door.directory.reload();
  return refuse() ?? bindings;
}

/** In the directory, active and, where its place does not tell its State, with that State. */
function isKnown({ directory }: Door, id: string): boolean {
  const institution = directory.find(id);
  return Boolean(institution?.active && (!sitsAbroad(institution) || institution.ofState));
}

/** The kind of institution that can be bound under a name: a role, or who is competent beside one. */
function kindFor(definition: Definition, name: string): string | undefined {
  if (roleOfKey(name) === name) return definition.roles.find((role) => role.id === name)?.kind;
  return findPack(definition)?.competence.find((rule) => competenceKey(rule) === name)?.kind;
}

/**
 * Nobody of one State fills a role of the other, and no consulate or ministry that of a State that is not its own. Of several that
 * do, the one most others speak against is told, or the last. A change that leaves fewer of them than there were is a correction,
 * and is let through.
 */
function refuseAcross(
  definition: Definition,
  bindings: Readonly<Record<string, Standing>>,
  bound: Readonly<Record<string, Standing>>,
): Refusal | undefined {
  const after = { ...bound, ...bindings };
  const [worst] = Object.entries(bindings)
    .map(([role, binding]) => ({ role, ...binding, across: findAcross(definition, after, role) }))
    .filter(({ role, across }) => {
      const before = bound[role] ? findAcross(definition, bound, role).length : 0;
      return across.length > 0 && (before === 0 || across.length >= before);
    })
    .reverse()
    .sort((a, b) => b.across.length - a.across.length);
  if (!worst) return undefined;
  const { role, institution, country, ofState, across } = worst;
  // Only of consulates and ministries the directory has a State; without one they are never across.
  const state = ofState ?? country;
  return refusal('role-of-other-state', { institution, state, role, other: across[0]! });
}
