import type { Committed } from '../../door/acts.js';
import { joinFamily } from '../../door/join-family.js';
import { actorOf } from '../auth/access.js';
import { refused } from '../errors.js';
import { actIdOf } from './commit.js';
import { type OpenRun, openRun } from './open-run.js';

/** Links a run with a relative's, once per key; the caller must lead or have started both. */
export async function linkFamilyOf(
  opened: OpenRun,
  key: string,
  relativeOf: string,
): Promise<Committed> {
  const { context, access, run } = opened;
  await openRun(context, opened, relativeOf, 'family.link');
  const result = await joinFamily(context.door, {
    actId: actIdOf(access, key),
    actor: actorOf(access),
    runId: run.id,
    relativeOf,
  });
  if (!result.ok) throw refused(result.refusal);
  return result;
}
