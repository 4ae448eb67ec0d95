import { connectDatabase } from '../../db/client.js';
import { startRelay } from '../../door/relay.js';
import { createLogger } from '../../platform/logger.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { onceStopped, processContext } from './context.js';

/** The relay as a process of its own. Several may run; one leads. */
export async function runRelay(): Promise<void> {
  const context = processContext();
  const log = createLogger(context.settings, 'relay');
  const client = await connectClient(context.settings, context.temporalAddress);
  const db = connectDatabase(context.databaseUrl, { max: 4 });
  const relay = startRelay({
    db,
    databaseUrl: context.databaseUrl,
    client,
    onError: (error) => log.warn({ err: error }, 'hand-over delayed'),
  });
  log.info('relay runs');
  await onceStopped(async () => {
    await relay.stop();
    await client.connection.close();
    await db.close();
  });
}
