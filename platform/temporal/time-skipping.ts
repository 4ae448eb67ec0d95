/**
 * The only place that uses the server's own time skipping, whose interface is young and has been
 * renamed before. It needs `dynamicConfig` (temporal-config.ts), so it works on our own servers and
 * on others that switched it on.
 *
 * Measured on server 1.32 with SDK 1.24:
 * - Each execution has its own clock. After a skip `Date.now()` in the workflow, the times of later
 *   history events, and close time in the index are in skipped time; after a fast forward the clock
 *   goes on from there at normal speed. The server's and the activities' clocks are untouched.
 * - A timer costs about 40 ms, one without timers 20 ms; no timer on the way is left out, and each
 *   fires within milliseconds (of skipped time: within what really passed) of its instant.
 * - The duration counts from the call, not from the end of an earlier fast forward, and real time
 *   passes too: to see a timer of day 76 fire, aim a minute past it. "Completed" says that the clock
 *   has arrived; the task of a timer at exactly that instant may still be under way.
 * - An activity under way holds the clock, and the fast forward waits as long as it takes; then it
 *   goes on to the same target. An activity waiting for its next attempt is skipped to.
 * - A second fast forward replaces one under way, which fails for its caller: one at a time. Each has
 *   a new id; the server does not recognise repeated ones.
 * - A closed execution refuses it; one that ends before the target makes it fail: `skipToEnd` is for
 *   that. Without timer and activity (waiting for a signal) the clock jumps to the target at once.
 * - A running child holds its parent's clock. It inherits skipping but no target, and its time does
 *   not carry over: while the parent waits to move three days, a child of ten days runs through to
 *   its end, and the parent is still on its first day when it joins it.
 * - Each skip adds one event to the history; such histories replay.
 */

import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto, { type temporal } from '@temporalio/proto';

/** Clock of one workflow execution, as the server reports it. */
export interface WorkflowClock {
  /** The execution's own time; the server's time when it never skipped. Epoch milliseconds. */
  now: number;
  /** Whether it is skipping time at this moment. */
  skipping: boolean;
}

const maxSkips = 100_000;

/**
 * Moves the clock of one running execution forward by `durationMs` and returns its clock when it has
 * arrived. What falls due on the way happens on the way.
 *
 * Errors: the execution has ended or ends on the way, or another fast forward took its place.
 */
export async function fastForward(
  client: Client,
  namespace: string,
  workflowId: string,
  durationMs: number,
): Promise<WorkflowClock> {
  const fastForwardId = randomUUID();
  await setTimeSkipping(client, namespace, workflowId, {
    enabled: true,
    maxSessionSkipCount: maxSkips,
    fastForwardConfig: { id: fastForwardId, duration: msToTs(durationMs) },
  });
  const completed =
    proto.temporal.api.enums.v1.FastForwardPollingResult
      .FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED;
  const timedOut =
    proto.temporal.api.enums.v1.FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT;
  while (true) {
    const poll = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution: { workflowId },
      fastForwardId,
    });
    if (poll.fastForwardPollingResult === completed) break;
    if (poll.fastForwardPollingResult !== timedOut) {
      throw new Error(`fast forward of ${workflowId} failed: ${poll.failedReason}`);
    }
  }
  return getClock(client, namespace, workflowId);
}

/**
 * Skips all waiting of one execution and returns when it has ended, with its result or its failure.
 * An execution that waits for a person (a signal, with no timer) waits here too.
 */
export async function skipToEnd(
  client: Client,
  namespace: string,
  workflowId: string,
): Promise<void> {
  await setTimeSkipping(client, namespace, workflowId, {
    enabled: true,
    maxSessionSkipCount: maxSkips,
  });
  await client.workflow.getHandle(workflowId).result();
}

/** The clock of one execution. Errors: no such execution. */
export async function getClock(
  client: Client,
  namespace: string,
  workflowId: string,
): Promise<WorkflowClock> {
  const answer = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const info = answer.workflowExtendedInfo?.timeSkippingInfo;
  return {
    now: info?.currentTime ? tsToMs(info.currentTime) : Date.now(),
    skipping: info?.effectiveConfig?.enabled === true,
  };
}

async function setTimeSkipping(
  client: Client,
  namespace: string,
  workflowId: string,
  timeSkippingConfig: temporal.api.common.v1.ITimeSkippingConfig,
): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig },
    updateMask: { paths: ['time_skipping_config'] },
  });
}
