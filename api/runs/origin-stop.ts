import type { Committed } from '../../door/acts.js';
import { mayDecideLift, mayStop } from '../../protocols/core/origin-stop.js';
import type { StopReason } from '../../protocols/core/stop.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import { commit } from './commit.js';
import type { OpenRun } from './open-run.js';
import { keepReason } from './reasons.js';

/** Cuts the State of origin off from the person's runs, at once, with the words why. Throws the core's refusals. */
export async function stopOrigin(
  opened: OpenRun,
  key: string,
  { reason, why }: { readonly reason: StopReason; readonly why: string },
): Promise<Committed> {
  const role = roleFor(opened, mayStop);
  await keepReason(opened, key, why);
  return commit(opened, key, { type: 'origin-stopped', role, reason });
}

/** Asks that the stop end; another institution decides. */
export async function askLift(opened: OpenRun, key: string, why: string): Promise<Committed> {
  const role = roleFor(opened, mayStop);
  await keepReason(opened, key, why);
  return commit(opened, key, { type: 'origin-lift-asked', role });
}

/** Decides what another institution asked for. */
export async function decideLift(
  opened: OpenRun,
  key: string,
  { lifts, why }: { readonly lifts: boolean; readonly why: string },
): Promise<Committed> {
  const asked = opened.run.state.originStop?.lift?.role;
  const role = roleFor(opened, (definition, id) => id !== asked && mayDecideLift(definition, id));
  await keepReason(opened, key, why);
  return commit(opened, key, { type: 'origin-lift-decided', role, lifts });
}

/** A role of the asking institution that may do it. Throws `stop-not-allowed`. */
function roleFor({ definition, roles }: OpenRun, allows: typeof mayStop): string {
  const role = roles.find(({ id }) => allows(definition, id));
  if (role) return role.id;
  throw refused(refusal('stop-not-allowed'));
}
