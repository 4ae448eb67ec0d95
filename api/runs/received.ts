import { listSharesOfRun } from '../../db/queries/shares.js';
import type { ShareView } from '../schemas/shares.js';
import { shareView } from '../views/share-view.js';
import type { OpenRun } from './open-run.js';
import { shownShare } from './open-share.js';

/** What was sent to the asking institution in a run, oldest first; the data itself is opened one by one. */
export async function receivedShares(opened: OpenRun): Promise<ShareView[]> {
  const { context, run, access, definition, language } = opened;
  const of = { run: run.id, institution: access.institution };
  const releases = await listSharesOfRun(context.door.db, of);
  return releases.map((release) => shareView(shownShare(release, run.state), definition, language));
}
