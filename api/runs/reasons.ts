import { addReason, listReasons } from '../../db/queries/reasons.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { ProblemError } from '../errors.js';
import { actIdOf } from './commit.js';
import { noteReading } from './note-reading.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';
import { isReason, readsAll } from './step-requests.js';

/**
 * Keeps why whoever asks is about to do something, under the id the act will have; once per key. Throws `body-invalid` for a
 * reason that cannot be kept, `data-erased` where the person's keys are gone.
 */
export async function keepReason(
  { context, run, access }: OpenRun,
  key: string,
  reason: string,
): Promise<void> {
  if (!isReason(reason)) throw new ProblemError('body-invalid');
  const keys = await openPersonKeys(context.door, run.personId);
  const actId = actIdOf(access, key);
  await addReason(context.door.db, {
    runId: run.id,
    actId,
    institutionId: access.institution,
    account: access.account,
    reason: seal(keys.protection, Buffer.from(reason), placeOf(run.id, actId)),
  });
}

/**
 * Reasons by the id of their act: all of them to whoever leads the run, to others those of their own institution. None where
 * the person's keys are gone: the acts stay, the words do not.
 */
export async function reasonsOf(opened: OpenRun): Promise<ReadonlyMap<string, string>> {
  const { context, run, access } = opened;
  if (access.role === 'monitor' || access.role === 'admin') return new Map();
  const of = { run: run.id, ...(readsAll(opened) ? {} : { institution: access.institution }) };
  const rows = await listReasons(context.door.db, of);
  if (rows.length === 0) return new Map();
  const keys = await openPersonKeys(context.door, run.personId).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'data-erased') return undefined;
    throw error;
  });
  if (!keys) return new Map();
  await noteReading(
    opened,
    'reason',
    '*',
    rows.map(({ account }) => account),
  );
  return new Map(
    rows.map(({ actId, reason }) => [
      actId,
      unseal(keys.protection, reason, placeOf(run.id, actId)).toString('utf8'),
    ]),
  );
}

function placeOf(run: string, actId: string): string {
  return `reasons/${run}/${actId}`;
}
