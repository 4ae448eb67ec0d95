import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { createLogger, type Logger } from '../../platform/logger.js';
import type { Settings } from '../../platform/settings.js';
import { connectClient, connectWorker } from '../../platform/temporal/connection.js';
import { workerDataConverter } from '../../platform/temporal/data-converter.js';
import { installRuntimeLog } from '../../platform/temporal/runtime-log.js';
import { compiledFailureConverter } from './failure-converter.js';
import { testSettings } from './servers.js';

/** A worker that runs during a test file, and a client with the same keys. */
export interface TestWorker {
  client: Client;
  taskQueue: string;
  settings: Settings;
  stop(): Promise<void>;
}

let installed = false;

/** Starts a worker on a task queue of its own, with the codec and converter of production. */
export async function startTestWorker(options: {
  temporalAddress: string;
  workflowsPath: string;
  activities?: object;
  /** Log of the SDK; only the first one of a process counts. Errors on standard output if none. */
  logger?: Logger;
}): Promise<TestWorker> {
  const logger = options.logger ?? createLogger({ log: { level: 'error' } }, 'test');
  if (!installed) installRuntimeLog(logger);
  installed = true;
  const settings = testSettings();
  const { namespace } = settings.temporal;
  const connection = await connectWorker(settings, options.temporalAddress);
  const client = await connectClient(settings, options.temporalAddress);
  const taskQueue = `test-${randomUUID()}`;
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: options.workflowsPath,
    activities: options.activities,
    dataConverter: workerDataConverter(settings, compiledFailureConverter()),
  });
  const running = worker.run();
  const stop = async (): Promise<void> => {
    worker.shutdown();
    await running;
    await connection.close();
    await client.connection.close();
  };
  return { client, taskQueue, settings, stop };
}
