import { proxyActivities } from '@temporalio/workflow';
import type { SystemActivities } from '../../protocols/ports.js';

const { eraseExpired } = proxyActivities<Pick<SystemActivities, 'eraseExpired'>>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '60s',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumAttempts: 6 },
});

/** Lets what has been kept long enough become unreadable, once; the schedule comes back every day. */
export async function eraseExpiredData(): Promise<{ readonly keys: number }> {
  return eraseExpired();
}
