import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { FollowInput, FollowMessage, FollowState } from '../../protocols/messages.js';
import { SEVERAL_ACTS, STANDING_QUERY, workflowIdOf } from '../../protocols/messages.js';

/** One act as the relay tells it; a step of an invented institution stays open unless told otherwise. */
export function act(seq: number, more: Partial<FollowMessage> = {}): FollowMessage {
  return {
    seq,
    at: Date.UTC(2026, 2, 2, 15),
    name: seq === 1 ? 'run-started' : `step-completed step-${seq - 1} done`,
    notices: [],
    releases: [],
    open: [{ step: `step-${seq}`, institution: 'invented-office' }],
    ...more,
  };
}

/** One notice of an act, for the mailbox of an invented institution. */
export function notice(n: number): FollowMessage['notices'][number] {
  return { n, kind: 'opened', level: 'institution', institution: 'invented-office', step: 'a' };
}

/** A run under test: its workflow starts with the first messages, as it does from the relay. */
export interface FollowedRun {
  runId: string;
  handle: WorkflowHandle;
  tell(...messages: FollowMessage[]): Promise<void>;
  standing(): Promise<FollowState>;
  events(): Promise<string[]>;
}

export function followedRun(
  { client, taskQueue }: { client: Client; taskQueue: string },
  more: Partial<FollowInput> & { type?: string } = {},
): FollowedRun {
  const { type = 'adultDeportee', ...rest } = more;
  const runId = `run-${randomUUID()}`;
  const input = { runId, protocol: 'adult-deportee', version: 1, rehearsal: false, ...rest };
  const workflowId = workflowIdOf(input.protocol, runId);
  const handle = client.workflow.getHandle(workflowId);
  return {
    runId,
    handle,
    async tell(...messages) {
      await client.workflow.signalWithStart(type, {
        taskQueue,
        workflowId,
        args: [input],
        signal: messages.length === 1 ? messages[0]!.name : SEVERAL_ACTS,
        signalArgs: [messages],
      });
    },
    standing: () => handle.query<FollowState>(STANDING_QUERY),
    async events() {
      const { events } = await handle.fetchHistory();
      return (events ?? []).map((event) => eventName(event.eventType));
    },
  };
}

function eventName(type: unknown): string {
  return EVENT_NAMES[Number(type)] ?? String(type);
}

/** The event types the tests count, by their number in the engine's protocol. */
const EVENT_NAMES: Record<number, string> = {
  1: 'started',
  5: 'task-scheduled',
  6: 'task-started',
  7: 'task-completed',
  9: 'task-failed',
  10: 'activity-scheduled',
  11: 'activity-started',
  12: 'activity-completed',
  17: 'timer-started',
  18: 'timer-fired',
  19: 'timer-canceled',
  26: 'signaled',
  28: 'continued-as-new',
  40: 'attributes-upserted',
};

/** Waits until something holds, asking often; fails after thirty seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to hold in thirty seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
