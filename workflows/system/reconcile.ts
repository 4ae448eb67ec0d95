import { proxyActivities } from '@temporalio/workflow';
import type { ReconcileReport, SystemActivities } from '../../protocols/ports.js';

const { reconcile } = proxyActivities<Pick<SystemActivities, 'reconcile'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumAttempts: 4 },
});

/** Compares runs, outbox and workflows once and repairs what differs; the schedule comes back in any case. */
export async function reconcileRuns(): Promise<ReconcileReport> {
  return reconcile();
}
