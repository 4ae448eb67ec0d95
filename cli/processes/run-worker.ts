import { type Relay, startRelay } from '../../door/relay.js';
import { createLogger } from '../../platform/logger.js';
import { createMailTransport } from '../../platform/mail/transport.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { startWorker } from '../../worker/start-worker.js';
import { onceStopped, openProcessDoor, processContext } from './context.js';
import { keepLog } from './recording.js';

/** The worker: follows runs, sends notices, lets deadlines lapse; with relay and log unless they run elsewhere. */
export async function runWorker(options: { relay: boolean; log: boolean }): Promise<void> {
  const context = processContext();
  const { settings, databaseUrl, temporalAddress } = context;
  const logger = createLogger(settings, 'worker');
  const { db, door } = await openProcessDoor(context);
  const at = temporalAddress === undefined ? {} : { temporalAddress };
  const worker = await startWorker({ settings, door, logger, ...at });
  const client = await connectClient(settings, temporalAddress);
  let relay: Relay | undefined;
  if (options.relay) {
    const onError = (error: unknown) => logger.warn({ err: error }, 'hand-over delayed');
    relay = startRelay({ db, databaseUrl, client, onError });
  }
  const { smtpUrl } = settings.secrets;
  const mail =
    options.log && smtpUrl
      ? createMailTransport({ smtpUrl, from: settings.mail.from, connections: 1 })
      : undefined;
  const recorder = options.log
    ? await keepLog({ settings, door, databaseUrl, logger, ...(mail ? { mail } : {}) })
    : undefined;
  logger.info('worker runs');
  let failed: unknown;
  const stop = async (): Promise<void> => {
    await relay?.stop();
    await recorder?.stop();
    mail?.close();
    await worker.stop();
    await client.connection.close();
    await db.close();
  };
  const stopped = onceStopped(stop);
  await Promise.race([
    stopped,
    worker.ended.catch((error: unknown) => {
      failed = error;
    }),
  ]);
  process.emit('SIGTERM');
  await stopped;
  if (failed) throw failed;
}
