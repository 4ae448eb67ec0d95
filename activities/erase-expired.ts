import { heartbeat } from '@temporalio/activity';
import { removeExpiredEvidence } from '../db/queries/evidence-requests.js';
import { destroyExpiredKeys } from '../db/queries/expired-keys.js';
import { deleteOldMarks } from '../db/queries/series.js';
import { deleteEndedSessions } from '../db/queries/sessions.js';
import { deleteEndedUploads } from '../db/queries/unfinished-uploads.js';
import { watchReadings } from '../door/watch/watch-readings.js';
import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/** Persons, sessions, uploads, files or marks in one transaction. */
const BATCH = 500;

/**
 * Destroys, batch by batch, the keys of data that has been kept long enough, and deletes sessions that are over, files that
 * were never sent to their end, files of evidence whose days are over and what the pace of decisions was counted by. Being what
 * is done once a day, it first has looked at who read too many cases. Broken off, it goes on the next time.
 */
export function createEraseExpired({
  door,
  retention,
}: Pick<ActivityDeps, 'door' | 'retention'>): SystemActivities['eraseExpired'] {
  return async () => {
    await watchReadings(door);
    while ((await deleteEndedSessions(door.db, BATCH)) === BATCH) heartbeat();
    while ((await deleteEndedUploads(door.db, BATCH)) === BATCH) heartbeat();
    while ((await removeExpiredEvidence(door.db, BATCH)) === BATCH) heartbeat();
    while ((await deleteOldMarks(door.db.sql, BATCH)) === BATCH) heartbeat();
    let keys = 0;
    for (;;) {
      const done = await destroyExpiredKeys(door.db, retention, { limit: BATCH });
      if (done === 0) return { keys };
      keys += done;
      heartbeat(keys);
    }
  };
}
