import { fileURLToPath } from 'node:url';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { type ActivityDeps, createActivities } from '../activities/create-activities.js';
import type { Settings } from '../platform/settings.js';
import { workerDataConverter } from '../platform/temporal/data-converter.js';
import { TASK_QUEUE } from '../protocols/messages.js';

/** The workflows as the build bundles them, and the failure converter as it compiles it. */
const BUNDLE = fileURLToPath(new URL('../workflows/bundle.js', import.meta.url));
const FAILURE_CONVERTER = fileURLToPath(
  new URL('../platform/temporal/failure-converter.js', import.meta.url),
);

/** How long a stopping worker lets activities be before it tells them. The sweep is told at once by its own signal. */
const GRACE = '10s';

export interface CreateWorkerOptions {
  readonly settings: Pick<Settings, 'temporal' | 'secrets'>;
  readonly connection: NativeConnection;
  readonly deps: ActivityDeps;
  /** Task queue; the one all runs use unless given (tests use their own). */
  readonly taskQueue?: string;
  /** Bundle or sources of the workflows; the bundle of the build unless given. */
  readonly workflows?: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'>;
  /** Compiled failure converter; that of the build unless given. */
  readonly failureConverterPath?: string;
}

/**
 * A worker for every workflow type and activity. The limits are measured for two cores shared with database and
 * engine: more workflow tasks at once only make each slower, and a small cache of parked runs keeps memory flat.
 */
export function createWorker(options: CreateWorkerOptions): Promise<Worker> {
  const { settings, connection, deps } = options;
  return Worker.create({
    connection,
    namespace: settings.temporal.namespace,
    taskQueue: options.taskQueue ?? TASK_QUEUE,
    ...(options.workflows ?? { workflowBundle: { codePath: BUNDLE } }),
    activities: createActivities(deps),
    dataConverter: workerDataConverter(settings, options.failureConverterPath ?? FAILURE_CONVERTER),
    maxCachedWorkflows: 500,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 60,
    workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 4, maximum: 12 },
    activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 8 },
    shutdownGraceTime: GRACE,
  });
}
