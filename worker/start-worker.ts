import { hkdfSync } from 'node:crypto';
import type { WorkerOptions } from '@temporalio/worker';
import { LONGEST_MAIL } from '../activities/send-notices.js';
import type { Door } from '../door/door.js';
import { reconcile } from '../door/reconcile.js';
import type { Logger } from '../platform/logger.js';
import { createMailTransport } from '../platform/mail/transport.js';
import type { Settings } from '../platform/settings.js';
import { connectClient, connectWorker } from '../platform/temporal/connection.js';
import { installRuntimeLog } from '../platform/temporal/runtime-log.js';
import { registerSearchAttributes } from '../platform/temporal/search-attributes.js';
import { TASK_QUEUE } from '../protocols/messages.js';
import { createWorker } from './create-worker.js';

import { keepTrying } from './keep-trying.js';
import { ensureSchedules } from './schedules.js';

export interface StartWorkerOptions {
  readonly settings: Settings;
  readonly door: Door;
  readonly logger: Logger;
  /** Engine; the configured one unless given. */
  readonly temporalAddress?: string;
  /** Outgoing mail; the configured server unless given. */
  readonly smtpUrl?: string;
  /** That server is the catcher, which delivers to nobody; as the settings say unless given. */
  readonly mailIsCaught?: boolean;
  readonly taskQueue?: string;
  readonly workflows?: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'>;
  readonly failureConverterPath?: string;
}

/** A worker at work. */
export interface RunningWorker {
  /** Settles when the worker has ended: rejects when it could not go on. */
  readonly ended: Promise<void>;
  /** Lets what is under way finish, then closes everything the worker opened. The door stays open. */
  stop(): Promise<void>;
}

/** Connects, makes sure search attributes are there, works until stopped, and sees to the schedules meanwhile. */
export async function startWorker(options: StartWorkerOptions): Promise<RunningWorker> {
  const { settings, door, logger, temporalAddress, taskQueue = TASK_QUEUE } = options;
  installRuntimeLog(logger);
  const client = await connectClient(settings, temporalAddress);
  const connection = await connectWorker(settings, temporalAddress);
  await registerSearchAttributes(client.connection, settings.temporal.namespace);
  const mail = createMailTransport({
    smtpUrl: options.smtpUrl ?? getSmtpUrl(settings),
    from: settings.mail.from,
    totalTimeout: LONGEST_MAIL,
  });
  const stopping = new AbortController();
  const worker = await createWorker({
    ...options,
    taskQueue,
    connection,
    deps: {
      door,
      mail,
      mailIsCaught: options.mailIsCaught ?? settings.mail.isCaught,
      publicUrl: settings.http.publicUrl,
      messageIdKey: messageIdKey(settings),
      webhooksToLoopback: settings.webhooks.toLoopback,
      retention: settings.retention,
      stopping: stopping.signal,
      reconcile: () =>
        reconcile(door, client, {
          onRepair: (repair, run) =>
            logger.warn({ repair, run }, 'a run and its workflow differed'),
        }),
    },
  });
  // An engine that has just started may not answer for its schedules yet; runs need not wait for that.
  const scheduled = keepTrying(() => ensureSchedules(client, taskQueue), {
    signal: stopping.signal,
    onFailure: (err) => logger.warn({ err }, 'the schedules are not there yet'),
  });
  const ended = worker.run();
  return {
    ended,
    async stop() {
      stopping.abort();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => {});
      await scheduled;
      mail.close();
      await connection.close();
      await client.connection.close();
    },
  };
}

function getSmtpUrl({ secrets }: Settings): string {
  if (secrets.smtpUrl) return secrets.smtpUrl;
  throw new Error('SMTP_URL is not set: the worker has no mail server to hand notices to');
}

/** A key of its own for message ids, so that they say nothing about the master key it comes from. Throws when there is none. */
export function messageIdKey({ secrets }: Settings): Buffer {
  const [first] = secrets.masterKeys;
  if (!first) throw new Error('A master key is needed');
  return Buffer.from(hkdfSync('sha256', first.key, '', 'retorno mail message id', 32));
}
