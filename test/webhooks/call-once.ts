import { MockActivityEnvironment } from '@temporalio/testing';
import { createCallWebhooks } from '../../activities/call-webhooks.js';
import type { ActivityDeps } from '../../activities/deps.js';

/** Makes the calls that are due, to loopback too. */
export async function callWebhooksOnce(deps: ActivityDeps): Promise<void> {
  const call = createCallWebhooks({ ...deps, webhooksToLoopback: true });
  await new MockActivityEnvironment().run(call, { forMs: 300 });
}
