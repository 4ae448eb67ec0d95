import { sleep } from '@temporalio/workflow';
import type { FollowInput, FollowResult } from '../../protocols/messages.js';
import { followRun } from '../../workflows/shell/follow-run.js';

/** As a careless change would leave it: a timer that histories recorded before do not have. */
export async function adultDeportee(input: FollowInput): Promise<FollowResult> {
  await sleep(1);
  return followRun(input);
}
