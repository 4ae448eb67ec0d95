import { findShare, type ReleaseRecord } from '../../db/queries/shares.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import type { ShownShare } from '../views/share-view.js';
import { shareKeyOf } from '../views/share-view.js';
import type { OpenRun } from './open-run.js';

/** A share released to the caller's institution. Throws `share-unknown` for any other. */
export async function getShareOf(opened: OpenRun, id: string): Promise<ReleaseRecord> {
  const { context, run, access } = opened;
  const of = { run: run.id, share: shareKeyOf(id), institution: access.institution };
  const release = await findShare(context.door.db, of);
  if (release) return release;
  throw refused(refusal('share-unknown'));
}

export function shownShare(release: ReleaseRecord): ShownShare {
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
  };
}
