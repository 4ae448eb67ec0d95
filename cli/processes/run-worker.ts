import { type Relay, startRelay } from '../../door/relay.js';
import { createLogger } from '../../platform/logger.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { startWorker } from '../../worker/start-worker.js';
import { onceStopped, openProcessDoor, processContext } from './context.js';

/** The worker: follows runs, sends notices, lets deadlines lapse; with the relay unless it runs elsewhere. */
export async function runWorker(options: { relay: boolean }): Promise<void> {
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
  logger.info('worker runs');
  let failed: unknown;
  const stop = async (): Promise<void> => {
    await relay?.stop();
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
