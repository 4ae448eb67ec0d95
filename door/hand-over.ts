import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { PendingRun } from '../db/queries/outbox.js';
import {
  retornoProtocol,
  retornoRehearsal,
  retornoStage,
  retornoVersion,
} from '../platform/temporal/search-attributes.js';
import {
  type FollowInput,
  type FollowMessage,
  type FollowResult,
  SEVERAL_ACTS,
  TASK_QUEUE,
  workflowIdOf,
} from '../protocols/messages.js';
import { workflowTypeOf } from '../protocols/workflow-types.js';

type HandedOver = Omit<PendingRun, 'ids' | 'waitedFor'>;

/**
 * Tells a run's workflow what was committed, starting it when it is not there. A workflow that was terminated or failed
 * is started anew. One that completed has followed its run to the end: it is started again only for what was heard
 * afterwards and is to be carried out, and goes on from where it ended.
 */
export async function handOver(client: Client, run: HandedOver): Promise<void> {
  try {
    await tell(client, run, 'ALLOW_DUPLICATE_FAILED_ONLY');
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await tellAfterEnd(client, run);
  }
}

async function tellAfterEnd(client: Client, run: HandedOver): Promise<void> {
  const handle = client.workflow.getHandle(workflowIdOf(run.protocol, run.runId));
  const { status } = await handle.describe();
  // Another relay may just have started it.
  const seq = status.name === 'COMPLETED' ? ((await handle.result()) as FollowResult).seq : 0;
  if (!run.messages.some((message) => message.seq > seq && hasEffects(message))) return;
  await tell(client, run, 'ALLOW_DUPLICATE', { seq, open: [] });
}

function hasEffects({ notices, releases, seats = [] }: FollowMessage): boolean {
  return notices.length > 0 || releases.length > 0 || seats.length > 0;
}

async function tell(
  client: Client,
  run: HandedOver,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'ALLOW_DUPLICATE_FAILED_ONLY',
  carried?: FollowInput['carried'],
): Promise<void> {
  const input: FollowInput = {
    runId: run.runId,
    protocol: run.protocol,
    version: run.version,
    rehearsal: run.rehearsal,
    ...(carried ? { carried } : {}),
  };
  const [first] = run.messages;
  const stage = run.messages.at(-1)?.stage;
  await client.workflow.signalWithStart(workflowTypeOf(run.protocol), {
    taskQueue: TASK_QUEUE,
    workflowId: workflowIdOf(run.protocol, run.runId),
    workflowIdReusePolicy,
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
}
