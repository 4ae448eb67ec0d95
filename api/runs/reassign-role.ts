import type { Committed, UndatedAct } from '../../door/acts.js';
import { resolveBindings } from '../../door/resolve-bindings.js';
import type { Refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import { commit } from './commit.js';
import type { OpenRun } from './open-run.js';

export const REASSIGN_REASONS = [
  'not-competent',
  'no-capacity',
  'conflict-of-interest',
  'place-changed',
  'institution-closed',
  'entered-in-error',
] as const;
/** Why a role goes to another institution. Codes, because the history keeps them for ever. */
export type ReassignReason = (typeof REASSIGN_REASONS)[number];

export interface Reassignment {
  readonly role: string;
  readonly institution: string;
  readonly reason: ReassignReason;
}

/** The act of giving a role to an institution of the directory. Throws when it cannot fill it. */
export async function reassignActOf(
  { context, definition, run }: OpenRun,
  { role, institution, reason }: Reassignment,
): Promise<Extract<UndatedAct, { type: 'role-reassigned' }>> {
  const wanted = { [role]: institution };
  const found = await resolveBindings(context.door, definition, wanted, run.state.bindings);
  if ('code' in found) throw refused(found as Refusal);
  return { type: 'role-reassigned', role, binding: found[role]!, reason };
}

/** Gives a role to another institution, once per key. */
export async function reassignRoleOf(
  opened: OpenRun,
  key: string,
  wanted: Reassignment,
): Promise<Committed> {
  return commit(opened, key, await reassignActOf(opened, wanted));
}
