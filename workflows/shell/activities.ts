import type { RetryPolicy } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';
import { FINAL_FAILURES, type RunActivities } from '../../protocols/ports.js';

/** Tried for as long as it takes; a mail server that is down for a day is asked every five minutes. */
const retry: RetryPolicy = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
  nonRetryableErrorTypes: [...FINAL_FAILURES],
};

/** Short questions to the facts. */
export const facts = proxyActivities<Pick<RunActivities, 'commitDue' | 'loadActs'>>({
  startToCloseTimeout: '1 minute',
  retry,
});

/** Things done to the world. They heartbeat only while they last, so short ones cost the engine nothing extra. */
export const world = proxyActivities<
  Pick<RunActivities, 'sendNotices' | 'releaseData' | 'tellOperation' | 'callOffSeats'>
>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30s',
  retry,
});
