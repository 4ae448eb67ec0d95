import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { SweepInput } from '../../protocols/messages.js';
import type { SystemActivities } from '../../protocols/ports.js';

/** A worker that dies is noticed in half a minute; another goes on. */
const { deliverMails } = proxyActivities<Pick<SystemActivities, 'deliverMails'>>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Delivers what waits for people outside, without end. */
export async function deliverWithoutEnd(input: SweepInput): Promise<void> {
  for (let turn = 0; turn < input.turns; turn += 1) {
    await deliverMails({ forMs: input.forMs });
  }
  await continueAsNew<typeof deliverWithoutEnd>(input);
}
