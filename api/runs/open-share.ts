import { addShareOpening, findShare, type ReleaseRecord } from '../../db/queries/shares.js';
import type { Committed } from '../../door/acts.js';
import { packetKey } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import type { ShownShare } from '../views/share-view.js';
import { shareKeyOf } from '../views/share-view.js';
import { commit } from './commit.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';

/** A share released to the caller's institution. Throws `share-unknown` for any other. */
export async function getShareOf(opened: OpenRun, id: string): Promise<ReleaseRecord> {
  const { context, run, access } = opened;
  const of = { run: run.id, share: shareKeyOf(id), institution: access.institution };
  const release = await findShare(context.door.db, of);
  if (release) return release;
  throw refused(refusal('share-unknown'));
}

/**
 * The data of a share for its recipient. The opening is recorded before the data leaves: one that cannot be recorded
 * does not happen. Throws `share-unknown`, `share-recalled`, `data-erased`.
 */
export async function openPacket(
  opened: OpenRun,
  id: string,
): Promise<{ release: ReleaseRecord; packet: Packet }> {
  const { context, run, access } = opened;
  const release = await getShareOf(opened, id);
  const keys = await openPersonKeys(context.door, run.personId);
  if (!release.packet) throw refused(refusal('share-unknown'));
  if (run.state.received?.[release.share]?.recall) throw refused(refusal('share-recalled'));
  const place = packetPlace(release.runId, release.share);
  const plain = unseal(packetKey(keys, release.categories as Category[]), release.packet, place);
  await addShareOpening(context.door.db, {
    runId: run.id,
    share: release.share,
    institutionId: access.institution,
    account: access.account,
    access: access.role,
  });
  return { release, packet: JSON.parse(plain.toString('utf8')) as Packet };
}

/** Confirms the receipt of a share, once per key. Throws `share-unknown` and the door's refusals. */
export async function acknowledge(opened: OpenRun, id: string, key: string): Promise<Committed> {
  const { share, toRole } = await getShareOf(opened, id);
  return commit(opened, key, { type: 'share-acknowledged', share, role: toRole });
}

/** What is shown of a share; whether it was recalled stands in the state of its run. */
export function shownShare(
  release: ReleaseRecord,
  { received }: Pick<RunState, 'received'>,
): ShownShare {
  const { runId, share, step, categories } = release;
  return {
    run: runId,
    share,
    step,
    categories,
    state: release.state === 'acknowledged' ? 'acknowledged' : 'released',
    releasedAt: (release.releasedAt ?? release.createdAt).getTime(),
    acknowledgeBy: release.acknowledgeBy?.getTime() ?? null,
    acknowledgedAt: release.acknowledgedAt?.getTime() ?? null,
    recall: received?.[share]?.recall ?? null,
  };
}
