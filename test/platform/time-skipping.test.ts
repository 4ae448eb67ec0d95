import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fastForward, getClock, skipToEnd } from '../../platform/temporal/time-skipping.js';
import { testNamespace } from '../support/servers.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;

let worker: TestWorker;
let release: () => void = () => {};
let began: () => void = () => {};
const activityBegan = new Promise<void>((resolve) => {
  began = resolve;
});

beforeAll(async () => {
  worker = await startTestWorker({
    temporalAddress: inject('temporalAddress'),
    workflowsPath: fileURLToPath(new URL('./time-skipping.workflows.ts', import.meta.url)),
    activities: {
      heldByTheTest: () =>
        new Promise<void>((resolve) => {
          release = resolve;
          began();
        }),
    },
  });
});
afterAll(() => worker?.stop());

async function start(type: string, ...args: unknown[]): Promise<WorkflowHandle> {
  const options = { taskQueue: worker.taskQueue, workflowId: `skip-${randomUUID()}`, args };
  return worker.client.workflow.start(type, options);
}

const forward = (handle: WorkflowHandle, days: number) =>
  fastForward(worker.client, testNamespace, handle.workflowId, days * dayMs);

/** Whole days between instants, so that the real seconds of the test do not show. */
const daysSince = (first: number, instants: number[]) =>
  instants.map((instant) => Math.floor((instant - first + minuteMs) / dayMs));

test('a sleep of 180 days ends in seconds, with the clock of the workflow 180 days on', async () => {
  const realStart = Date.now();
  const handle = await start('naps', 180, 180);
  await skipToEnd(worker.client, testNamespace, handle.workflowId);
  const [first = 0, last = 0] = await handle.result();
  expect(last - first).toBeGreaterThanOrEqual(180 * dayMs);
  expect(last - first).toBeLessThan(180 * dayMs + minuteMs);
  expect(Date.now() - realStart).toBeLessThan(10_000);
});

test('repeated fast forwards add up and leave out no timer', async () => {
  const handle = await start('naps', 400, 10);
  const startedAt = (await handle.describe()).startTime.getTime();
  await forward(handle, 65.5);
  const clock = await forward(handle, 20);
  expect(daysSince(startedAt, [clock.now])).toEqual([85]);
  expect(clock.skipping).toBe(false);
  const noted = await handle.query<number[]>('instants');
  expect(daysSince(startedAt, noted)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80]);
  await handle.terminate();
});

test('an activity under way holds the clock until it ends', async () => {
  const handle = await start('activityBetween');
  const startedAt = (await handle.describe()).startTime.getTime();
  const arrived = forward(handle, 5);
  await activityBegan;
  const held = await getClock(worker.client, testNamespace, handle.workflowId);
  expect(daysSince(startedAt, [held.now])).toEqual([1]);
  expect(held.skipping).toBe(true);
  release();
  expect(daysSince(startedAt, [(await arrived).now])).toEqual([5]);
  expect(daysSince(startedAt, await handle.query('instants'))).toEqual([0, 1, 1]);
  await skipToEnd(worker.client, testNamespace, handle.workflowId);
  expect(daysSince(startedAt, await handle.result())).toEqual([0, 1, 1, 11]);
});

test('a signal after a fast forward is dated by the clock of the workflow', async () => {
  const handle = await start('waitsForSignal');
  const startedAt = (await handle.describe()).startTime.getTime();
  await forward(handle, 30);
  await handle.signal('goOn');
  expect(daysSince(startedAt, [await handle.result()])).toEqual([30]);
});

test('a workflow that ends on the way makes the fast forward fail', async () => {
  const handle = await start('naps', 2, 1);
  await expect(forward(handle, 5)).rejects.toThrow(/execution ended/);
});

test('a second fast forward takes the place of one under way', async () => {
  const handle = await start('naps', 400, 1);
  const both = await Promise.allSettled([forward(handle, 30), forward(handle, 40)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await handle.terminate();
});

test('a child runs through by its own clock, which does not move the clock of its parent', async () => {
  const handle = await start('childBetween');
  const startedAt = (await handle.describe()).startTime.getTime();
  await forward(handle, 3);
  await skipToEnd(worker.client, testNamespace, handle.workflowId);
  const [first = 0, joined = 0, last = 0] = await handle.result();
  expect(daysSince(startedAt, [first])).toEqual([0]);
  expect(joined - first).toBeLessThan(dayMs);
  expect(last - joined).toBeGreaterThanOrEqual(30 * dayMs);
});
