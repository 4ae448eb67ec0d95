import type { Client } from '@temporalio/client';
import { fastForward } from '../../platform/temporal/time-skipping.js';
import {
  type FollowMessage,
  PUBLISHED_TYPE_PREFIX,
  RECONCILE_TYPE,
  RECONCILED,
  SWEEP_TYPE,
} from '../../protocols/messages.js';
import type { RunActivities, SystemActivities } from '../../protocols/ports.js';
import { SHIPPED } from '../../protocols/registry.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import { act, followedRun, notice, until } from '../workflows/follow.js';

/** Where a scene plays: a client and a worker whose activities do what the scene says. */
export interface Stage {
  readonly client: Client;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly does: RunActivities & SystemActivities;
}

/** Plays one path through a workflow and returns the executions it left, as workflow id and run id. */
export type Scene = (stage: Stage) => Promise<{ workflowId: string; runId: string }[]>;

const HOUR = 3_600_000;
const share = { share: 'step-1#1:invented', to: 'invented-office' };

/** Every path whose history is kept. Add one for each change marker, never change one. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'ten-acts': async (stage) => {
    const run = followedRun(stage);
    const nextDueAt = Date.now() + HOUR;
    for (let seq = 1; seq < 10; seq += 1) {
      await run.tell(act(seq, { nextDueAt: nextDueAt + seq, stage: seq < 5 ? 'first' : 'second' }));
      await until(async () => (await run.standing()).seq === seq);
    }
    return over(run, 10);
  },
  'notices-and-shares': async (stage) => {
    const run = followedRun(stage);
    await run.tell(act(1, { notices: [notice(0), notice(1)], releases: [share] }));
    await until(async () => !(await run.standing()).effects);
    await run.tell(act(2, { notices: [notice(0)] }), act(3, { notices: [notice(0)] }));
    return over(run, 4, { notices: [notice(0)] });
  },
  'missed-and-fetched': async (stage) => {
    const run = followedRun(stage);
    stage.does.loadActs = async ({ afterSeq }) => [act(afterSeq + 1, { notices: [notice(0)] })];
    await run.tell(act(3));
    await run.tell(act(5, { name: RECONCILED }));
    await until(async () => (await run.standing()).seq === 5);
    return over(run, 6);
  },
  'deadline-moved-and-lapsed': async (stage) => {
    const run = followedRun(stage);
    const due = Date.now() + 4 * HOUR;
    let asked = 0;
    stage.does.commitDue = async () => {
      asked += 1;
      return asked === 1 ? { nextDueAt: due, now: due - 5000 } : { now: due };
    };
    await run.tell(act(1, { nextDueAt: due + HOUR }));
    await until(async () => (await run.standing()).seq === 1);
    await run.tell(act(2, { nextDueAt: due }));
    await until(async () => (await run.standing()).seq === 2);
    await fastForward(stage.client, stage.namespace, run.handle.workflowId, 5 * HOUR);
    return over(run, 3);
  },
  'continued-as-new': async (stage) => {
    const run = followedRun(stage, { renewAfter: 1 });
    const nextDueAt = Date.now() + HOUR;
    await run.tell(act(1, { nextDueAt, notices: [notice(0)], stage: 'first' }));
    const first = (await run.handle.describe()).runId;
    await until(async () => (await run.handle.describe()).runId !== first);
    const [last] = await over(run, 2);
    return [{ workflowId: run.handle.workflowId, runId: first }, last!];
  },
  rehearsal: async (stage) => {
    const run = followedRun(stage, { rehearsal: true });
    const due = Date.now() + 90 * 24 * HOUR;
    stage.does.commitDue = async ({ rehearsalAt = 0 }) => ({ now: rehearsalAt });
    await run.tell(act(1, { nextDueAt: due }));
    await fastForward(stage.client, stage.namespace, run.handle.workflowId, 91 * 24 * HOUR);
    return over(run, 2);
  },
  'shipped-protocols': async (stage) => {
    const ended = [];
    for (const { id: protocol } of SHIPPED) {
      const run = followedRun(stage, { type: workflowTypeOf(protocol), protocol });
      await run.tell(act(1, { notices: [notice(0)], releases: [share] }));
      await until(async () => !(await run.standing()).effects);
      ended.push(...(await over(run, 2)));
    }
    return ended;
  },
  published: async (stage) => {
    const type = `${PUBLISHED_TYPE_PREFIX}invented-loan`;
    return over(followedRun(stage, { type, protocol: 'invented-loan' }), 1);
  },
  sweep: async (stage) => {
    const handle = await start(stage, SWEEP_TYPE, { forMs: 10, turns: 2 });
    const { runId } = await handle.describe();
    await until(async () => (await handle.describe()).runId !== runId);
    await handle.terminate();
    return [{ workflowId: handle.workflowId, runId }];
  },
  reconcile: async (stage) => {
    const handle = await start(stage, RECONCILE_TYPE);
    await handle.result();
    return [{ workflowId: handle.workflowId, runId: (await handle.describe()).runId }];
  },
};

async function over(
  run: ReturnType<typeof followedRun>,
  seq: number,
  more: Partial<FollowMessage> = {},
) {
  await run.tell(act(seq, { ended: 'over', open: [], ...more }));
  await run.handle.result();
  return [{ workflowId: run.handle.workflowId, runId: (await run.handle.describe()).runId }];
}

function start({ client, taskQueue }: Stage, type: string, ...args: unknown[]) {
  return client.workflow.start(type, { taskQueue, workflowId: `replay-${type}`, args });
}
