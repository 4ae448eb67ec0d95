import { workflowInfo } from '@temporalio/workflow';
import {
  type FollowInput,
  type FollowResult,
  PUBLISHED_TYPE_PREFIX,
} from '../protocols/messages.js';
import { followRun } from './shell/follow-run.js';

export { adultDeportee } from './adult-deportee.js';
export { groupOperation } from './group-operation.js';
export { deliverWithoutEnd } from './system/deliver.js';
export { reconcileRuns } from './system/reconcile.js';
export { eraseExpiredData } from './system/retention.js';
export { sweepDueActs } from './system/sweep.js';
export { traffickingVictim } from './trafficking-victim.js';
export { unaccompaniedMinor } from './unaccompanied-minor.js';
export { voluntaryReturn } from './voluntary-return.js';

/**
 * What the SDK runs for a type that is not exported: the protocols administrators publish. For any other name it fails
 * with a plain error, so that the run waits for a worker that knows the type, as if there were no default.
 */
export default async function publishedProtocol(input: FollowInput): Promise<FollowResult> {
  const { workflowType } = workflowInfo();
  if (workflowType.startsWith(PUBLISHED_TYPE_PREFIX)) return followRun(input);
  throw new Error(`This worker does not know the workflow type ${workflowType}`);
}
