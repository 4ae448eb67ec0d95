import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import {
  DELIVER_TYPE,
  RECONCILE_TYPE,
  RETENTION_TYPE,
  SWEEP_TYPE,
  type SweepInput,
  TASK_QUEUE,
} from '../protocols/messages.js';

/** One activity of sweep or delivery lasts ten minutes, so that hundreds make a history of a few days. */
const SWEEP: SweepInput = { forMs: 600_000, turns: 300 };

/**
 * Creates the schedules of the system's own work, or brings them up to date. Sweep and delivery run without end and
 * their schedules only start them when they are not there. Safe to run again, and by several at once.
 */
export async function ensureSchedules(client: Client, taskQueue = TASK_QUEUE): Promise<void> {
  await Promise.all([
    ensureSchedule(client, 'retorno-sweep', 60_000, {
      workflowType: SWEEP_TYPE,
      args: [SWEEP],
      taskQueue,
    }),
    ensureSchedule(client, 'retorno-deliver', 60_000, {
      workflowType: DELIVER_TYPE,
      args: [SWEEP],
      taskQueue,
    }),
    ensureSchedule(client, 'retorno-reconcile', 300_000, {
      workflowType: RECONCILE_TYPE,
      args: [],
      taskQueue,
    }),
    ensureSchedule(client, 'retorno-retention', 86_400_000, {
      workflowType: RETENTION_TYPE,
      args: [],
      taskQueue,
    }),
  ]);
}

async function ensureSchedule(
  client: Client,
  scheduleId: string,
  every: number,
  work: { workflowType: string; args: unknown[]; taskQueue: string },
): Promise<void> {
  const options: ScheduleOptions = {
    scheduleId,
    spec: { intervals: [{ every }] },
    action: { type: 'startWorkflow', workflowId: scheduleId, ...work },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: every },
    state: { triggerImmediately: true },
  };
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = options;
    await client.schedule
      .getHandle(scheduleId)
      .update(({ state }) => ({ spec, action, policies, state }));
  }
}
