import { connectDatabase } from '../db/client.js';
import { openDoor } from '../door/door.js';
import { readSettings } from '../platform/env.js';
import { withLocalKeys } from '../platform/local-keys.js';
import { createLogger } from '../platform/logger.js';
import { OperatorError } from '../platform/text.js';
import { createVault } from '../platform/vault/vault.js';
import { SHIPPED } from '../protocols/registry.js';
import { startWorker } from './start-worker.js';

/** The worker as a process of its own: everything from the environment, ends on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const settings = withLocalKeys(readSettings(process.env));
  const { databaseUrl, masterKeys } = settings.secrets;
  if (!databaseUrl) {
    throw new OperatorError({
      es: 'Falta DATABASE_URL: diga la dirección de la base de datos.',
      en: 'DATABASE_URL is missing: give the address of the database.',
    });
  }
  const db = connectDatabase(databaseUrl);
  try {
    const door = await openDoor(db, createVault(masterKeys));
    await door.definitions.publishShipped(SHIPPED);
    const worker = await startWorker({ settings, door, logger: createLogger(settings, 'worker') });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void worker.stop());
    }
    await worker.ended;
    await worker.stop();
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
