import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { SweepInput } from '../../protocols/messages.js';
import type { SystemActivities } from '../../protocols/ports.js';

/** A worker that dies is noticed in half a minute; another goes on. */
const { deliverMails, callWebhooks } = proxyActivities<
  Pick<SystemActivities, 'deliverMails' | 'callWebhooks'>
>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Delivers what waits for people and systems outside, without end; mail and calls do not wait for each other. */
export async function deliverWithoutEnd(input: SweepInput): Promise<void> {
  for (let turn = 0; turn < input.turns; turn += 1) {
    await Promise.all([deliverMails({ forMs: input.forMs }), callWebhooks({ forMs: input.forMs })]);
  }
  await continueAsNew<typeof deliverWithoutEnd>(input);
}
