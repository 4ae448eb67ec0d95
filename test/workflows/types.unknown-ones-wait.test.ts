import { afterAll, beforeAll, expect, test } from 'vitest';
import { skipToEnd } from '../../platform/temporal/time-skipping.js';
import { PUBLISHED_TYPE_PREFIX } from '../../protocols/messages.js';
import { SHIPPED } from '../../protocols/registry.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import { testNamespace } from '../support/servers.js';
import { act, followedRun, until } from './follow.js';
import { type Follower, startFollower } from './follower.js';

let follower: Follower;

beforeAll(async () => {
  follower = await startFollower();
});
afterAll(() => follower?.stop());

const over = act(1, { ended: 'over', open: [] });

test('every shipped protocol runs under its own workflow type', async () => {
  for (const { id } of SHIPPED) {
    const run = followedRun(follower, { type: workflowTypeOf(id), protocol: id });
    await run.tell(over);
    expect(await run.handle.result()).toEqual({ seq: 1, ending: 'over' });
  }
});

test('a published protocol runs under its own name without a deployment', async () => {
  const type = `${PUBLISHED_TYPE_PREFIX}invented-loan`;
  expect(workflowTypeOf('invented-loan')).toBe(type);
  const run = followedRun(follower, { type, protocol: 'invented-loan' });
  await run.tell(over);
  expect(await run.handle.result()).toEqual({ seq: 1, ending: 'over' });
  expect((await run.handle.describe()).type).toBe(type);
});

test('a type no worker knows waits instead of failing', async () => {
  const run = followedRun(follower, { type: 'adultDeporteeMisspelt' });
  await run.tell(over);
  await until(async () => (await run.events()).includes('task-failed'));
  expect((await run.handle.describe()).status.name).toBe('RUNNING');
  await run.handle.terminate();
});

test('a year of monthly deadlines is followed to its end', async () => {
  const run = followedRun(follower, { rehearsal: true });
  const startedAt = Date.now();
  const dueAt = (month: number) => startedAt + month * 30 * 86_400_000;
  const lapsedAt: number[] = [];
  // The facts: each lapse is an act, told to the workflow as the relay would.
  follower.does.commitDue = async ({ rehearsalAt = 0 }) => {
    const month = lapsedAt.length + 1;
    if (rehearsalAt < dueAt(month)) return { nextDueAt: dueAt(month), now: rehearsalAt };
    lapsedAt.push(rehearsalAt);
    const next = month < 12 ? { nextDueAt: dueAt(month + 1) } : { ended: 'over', open: [] };
    await run.tell(act(month + 1, next));
    return month < 12 ? { nextDueAt: dueAt(month + 1), now: rehearsalAt } : { now: rehearsalAt };
  };
  await run.tell(act(1, { nextDueAt: dueAt(1) }));
  await skipToEnd(follower.client, testNamespace, run.handle.workflowId);
  expect(await run.handle.result()).toEqual({ seq: 13, ending: 'over' });
  expect(lapsedAt).toHaveLength(12);
  for (const [index, at] of lapsedAt.entries()) {
    expect(at - dueAt(index + 1)).toBeGreaterThanOrEqual(0);
    expect(at - dueAt(index + 1)).toBeLessThan(60_000);
  }
});
