import type { RunActivities, SystemActivities } from '../protocols/ports.js';
import { createCallOffSeats } from './call-off-seats.js';
import { createCallWebhooks } from './call-webhooks.js';
import { codesOnly } from './codes-only.js';
import { createCommitDue } from './commit-due.js';
import { createDeliverMails } from './deliver-mails.js';
import type { ActivityDeps } from './deps.js';
import { createEraseExpired } from './erase-expired.js';
import { createLoadActs } from './load-acts.js';
import { createReconcile } from './reconcile.js';
import { createReleaseData } from './release-data.js';
import { createSendNotices } from './send-notices.js';
import { createSweepDue } from './sweep-due.js';
import { createTellOperation } from './tell-operation.js';

export type { ActivityDeps } from './deps.js';

/** Everything the workflows may ask for, under the names by which they ask. */
export function createActivities(deps: ActivityDeps): RunActivities & SystemActivities {
  const sendNotices = createSendNotices(deps);
  return {
    sendNotices: codesOnly(sendNotices),
    releaseData: codesOnly(createReleaseData(deps, sendNotices)),
    tellOperation: codesOnly(createTellOperation(deps)),
    callOffSeats: codesOnly(createCallOffSeats(deps)),
    commitDue: codesOnly(createCommitDue(deps)),
    loadActs: codesOnly(createLoadActs(deps)),
    sweepDue: codesOnly(createSweepDue(deps)),
    deliverMails: codesOnly(createDeliverMails(deps)),
    callWebhooks: codesOnly(createCallWebhooks(deps)),
    reconcile: codesOnly(createReconcile(deps)),
    eraseExpired: codesOnly(createEraseExpired(deps)),
  };
}
