import { connectDatabase } from '../db/client.js';
import { openDoor } from '../door/door.js';
import { readSettings } from '../platform/env.js';
import { withLocalKeys } from '../platform/local-keys.js';
import { createLogger } from '../platform/logger.js';
import { bothLanguages, OperatorError } from '../platform/text.js';
import { createVault } from '../platform/vault/vault.js';
import { SHIPPED } from '../protocols/registry.js';
import { createApp } from './app.js';
import { temporalProbe } from './gateway/temporal-probe.js';

/** The API as a process of its own: connects, publishes the shipped protocols, listens, and closes in order. */
async function main(): Promise<void> {
  const settings = withLocalKeys(readSettings(process.env));
  const { databaseUrl, masterKeys } = settings.secrets;
  if (!databaseUrl) {
    throw new OperatorError({
      es: 'Falta DATABASE_URL: el proceso de la API necesita una base de datos ya creada.',
      en: 'DATABASE_URL is missing: the API process needs a database made beforehand.',
    });
  }
  const logger = createLogger(settings, 'api');
  const db = connectDatabase(databaseUrl);
  const door = await openDoor(db, createVault(masterKeys));
  await door.definitions.publishShipped(SHIPPED);
  const probe = temporalProbe(settings);
  const app = await createApp({
    door,
    logger,
    temporal: probe.isReachable,
    settings: { rehearsals: process.env.NODE_ENV !== 'production' },
  });
  const { host, port } = settings.http;
  await app.listen({ host, port });
  logger.info({ host, port }, 'listening');

  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    logger.info('closing');
    await app.close();
    await probe.close();
    await db.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close());
}

main().catch((error: unknown) => {
  const text = error instanceof OperatorError ? bothLanguages(error.text) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
