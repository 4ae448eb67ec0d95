import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { PendingRun } from '../db/queries/outbox.js';
import {
  retornoProtocol,
  retornoRehearsal,
  retornoStage,
  retornoVersion,
} from '../platform/temporal/search-attributes.js';
import { type FollowInput, SEVERAL_ACTS, TASK_QUEUE, workflowIdOf } from '../protocols/messages.js';
import { workflowTypeOf } from '../protocols/workflow-types.js';

/**
 * Tells a run's workflow what was committed, starting it when it is not there. A workflow that was terminated or failed
 * is started anew; one that completed has followed its run to the end and needs nothing more.
 */
export async function handOver(
  client: Client,
  run: Omit<PendingRun, 'ids' | 'waitedFor'>,
): Promise<void> {
  const input: FollowInput = {
    runId: run.runId,
    protocol: run.protocol,
    version: run.version,
    rehearsal: run.rehearsal,
  };
  const [first] = run.messages;
  const stage = run.messages.at(-1)?.stage;
  try {
    await client.workflow.signalWithStart(workflowTypeOf(run.protocol), {
      taskQueue: TASK_QUEUE,
      workflowId: workflowIdOf(run.protocol, run.runId),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [input],
      signal: run.messages.length === 1 && first ? first.name : SEVERAL_ACTS,
      signalArgs: [run.messages],
      typedSearchAttributes: new TypedSearchAttributes([
        { key: retornoProtocol, value: run.protocol },
        { key: retornoVersion, value: run.version },
        { key: retornoRehearsal, value: run.rehearsal },
        ...(stage === undefined ? [] : [{ key: retornoStage, value: stage }]),
      ]),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
