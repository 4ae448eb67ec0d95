import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { connectDatabase, type Database } from '../db/client.js';
import { migrateDatabase } from '../db/migrate.js';
import { saveInstitutions } from '../db/queries/institutions.js';
import { type Door, openDoor } from '../door/door.js';
import { startPostgres } from '../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../platform/embedded/temporal-server.js';
import { readSettings } from '../platform/env.js';
import { withLocalKeys } from '../platform/local-keys.js';
import { type Child, spawnChild, stopProcess } from '../platform/process.js';
import { createProgress } from '../platform/progress.js';
import { connectClient } from '../platform/temporal/connection.js';
import { registerSearchAttributes } from '../platform/temporal/search-attributes.js';
import { createVault } from '../platform/vault/vault.js';
import type { BenchOptions } from './options.js';
import { INSTITUTIONS, r10 } from './r10.js';

/** The built command line, beside the built benchmark. */
const RETORNO = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** The product under test: this process holds the door, the worker with relay and the engine are processes of their own. */
export interface System {
  readonly db: Database;
  readonly door: Door;
  readonly client: Client;
  /** Process ids by name, PostgreSQL excluded. */
  readonly pids: Record<string, number>;
  readonly postgresPid: number | undefined;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export async function startSystem(options: BenchOptions): Promise<System> {
  const dataDir = resolve(options.workDir, 'retorno');
  // Every run begins with an empty engine, as it begins with an empty database.
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const progress = createProgress();
  const own = options.pgUrl ? undefined : await startPostgres({ dataDir, progress });
  const databaseUrl = options.pgUrl || own!.url;
  const settings = withLocalKeys(
    readSettings({ ...process.env, DATABASE_URL: undefined, RETORNO_DATA_DIR: dataDir }),
  );
  const temporal = await ensureTemporalServer({ settings, progress });
  await migrateDatabase(databaseUrl);
  const db = connectDatabase(databaseUrl);
  await saveInstitutions(db, INSTITUTIONS);
  const door = await openDoor(db, createVault(settings.secrets.masterKeys), { remember: 20_000 });
  await door.definitions.publishShipped([r10]);
  const client = await connectClient(settings, temporal.address);
  await registerSearchAttributes(client.connection, settings.temporal.namespace);
  const worker = await startWorker(dataDir, databaseUrl, temporal.address, settings.secrets);
  return {
    db,
    door,
    client,
    databaseUrl,
    postgresPid: own?.pid ?? (Number(process.env.PEERS_PG_PID) || undefined),
    pids: {
      driver: process.pid,
      worker: worker.pid,
      ...(temporal.pid ? { server: temporal.pid } : {}),
    },
    async stop() {
      await stopProcess(worker.pid, [{ signal: 'SIGTERM', waitMs: 15_000 }]);
      await client.connection.close();
      await db.close();
      await temporal.stop();
      await own?.stop();
    },
  };
}

function startWorker(
  dataDir: string,
  databaseUrl: string,
  temporalAddress: string,
  secrets: ReturnType<typeof withLocalKeys>['secrets'],
): Promise<Child> {
  const encode = (keys: readonly { id: string; key: Buffer }[]) =>
    keys.map((named) => `${named.id}:${named.key.toString('base64')}`).join(',');
  return spawnChild({
    command: process.execPath,
    args: [RETORNO, 'worker'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      RETORNO_DATA_DIR: dataDir,
      RETORNO_MASTER_KEY: encode(secrets.masterKeys),
      RETORNO_PAYLOAD_KEY: encode(secrets.payloadKeys),
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Retorno <bench@demo.example>',
      LOG_LEVEL: 'warn',
    },
    logFile: join(dataDir, 'worker.log'),
    parentDeathSignal: 'TERM',
  });
}
