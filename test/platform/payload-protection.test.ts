import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createLogger } from '../../platform/logger.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { testSettings } from '../support/servers.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const canary = 'Persona Inventada Canario';

const logLines: string[] = [];
const destination = { write: (line: string) => logLines.push(line) };

let worker: TestWorker;
beforeAll(async () => {
  worker = await startTestWorker({
    temporalAddress: inject('temporalAddress'),
    workflowsPath: fileURLToPath(new URL('./payload-protection.workflows.ts', import.meta.url)),
    logger: createLogger({ log: { level: 'debug' } }, 'test', destination),
  });
});
afterAll(() => worker?.stop());

const options = (text: string) => ({
  taskQueue: worker.taskQueue,
  workflowId: `payload-${randomUUID()}`,
  args: [text],
});

/** Everything the server has stored about the run, with bytes as text. */
async function storedText(workflowId: string): Promise<string> {
  const history = await worker.client.workflow.getHandle(workflowId).fetchHistory();
  const bytes = proto.temporal.api.history.v1.History.encode(history).finish();
  return Buffer.from(bytes).toString('latin1');
}

test('arguments and results are stored encrypted and come back whole', async () => {
  const start = options(canary);
  expect(await worker.client.workflow.execute('returns', start)).toBe(canary);
  const stored = await storedText(start.workflowId);
  expect(stored).toContain('binary/encrypted');
  expect(stored).not.toContain(canary);
});

test('message, details and stack of a failure are stored encrypted and come back whole', async () => {
  const start = options(canary);
  const failed = await worker.client.workflow.execute('failsWith', start).catch((e: unknown) => e);
  expect(failed).toBeInstanceOf(WorkflowFailedError);
  const cause = failed instanceof WorkflowFailedError ? failed.cause : undefined;
  expect(cause).toBeInstanceOf(ApplicationFailure);
  expect(cause?.message).toBe(canary);
  const stored = await storedText(start.workflowId);
  expect(stored).toContain('invented-failure');
  expect(stored).not.toContain(canary);
  expect(stored).not.toContain('payload-protection.workflows');
});

test('the log of a failing workflow names the run and not the text of the failure', async () => {
  const start = options(canary);
  await worker.client.workflow.execute('failsWith', start).catch(() => {});
  const line = await vi.waitUntil(() =>
    logLines.find((one) => one.includes('Workflow failed') && one.includes(start.workflowId)),
  );
  expect(line).toContain('payload-protection.workflows.ts');
  expect(logLines.join('')).not.toContain(canary);
});

test('a client with another key cannot read a result', async () => {
  const start = options(canary);
  await worker.client.workflow.execute('returns', start);
  const stranger = await connectClient(testSettings(), inject('temporalAddress'));
  await expect(stranger.workflow.getHandle(start.workflowId).result()).rejects.toThrow(
    /payload key ".+" is not known/,
  );
  await stranger.connection.close();
});
