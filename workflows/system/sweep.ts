import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { SweepInput } from '../../protocols/messages.js';
import type { SystemActivities } from '../../protocols/ports.js';

/** A worker that dies is noticed in ten seconds; another goes on with the sweep. */
const { sweepDue } = proxyActivities<Pick<SystemActivities, 'sweepDue'>>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Lets what is due in any run happen, without end; the schedule only starts it when it is not there. */
export async function sweepDueActs(input: SweepInput): Promise<void> {
  for (let turn = 0; turn < input.turns; turn += 1) await sweepDue({ forMs: input.forMs });
  await continueAsNew<typeof sweepDueActs>(input);
}
