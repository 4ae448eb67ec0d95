import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { connectDatabase, type Database } from '../db/client.js';
import { migrateDatabase } from '../db/migrate.js';
import { processAddress } from '../db/process-role.js';
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
  /** Acts go through the API's policy and row security, as requests do. */
  readonly asServed: boolean;
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
  const asServed = options.protection === 'as-served';
  const processUrl = asServed ? await processAddress(databaseUrl) : databaseUrl;
  if (options.protection === 'none') await stopRecording(databaseUrl);
  const db = connectDatabase(processUrl, { serving: asServed });
  await saveInstitutions(db, INSTITUTIONS);
  const door = await openDoor(db, createVault(settings.secrets.masterKeys), { remember: 20_000 });
  await door.definitions.publishShipped([r10]);
  const client = await connectClient(settings, temporal.address);
  await registerSearchAttributes(client.connection, settings.temporal.namespace);
  const worker = await startWorker({
    dataDir,
    databaseUrl: processUrl,
    temporalAddress: temporal.address,
    secrets: settings.secrets,
    keepsLog: options.protection !== 'none',
  });
  return {
    db,
    door,
    client,
    databaseUrl,
    asServed,
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

/** Leaves out what tables enter into the log about what is in force. */
async function stopRecording(databaseUrl: string): Promise<void> {
  const owner = connectDatabase(databaseUrl, { max: 1 });
  const triggers = await owner.sql<{ on: string; name: string }[]>`
    select relname as on, tgname as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and prosrc like '%log_changes%'`;
  if (triggers.length === 0) throw new Error('No table enters its changes into the log');
  for (const { on, name } of triggers) {
    await owner.sql.unsafe(`ALTER TABLE "${on}" DISABLE TRIGGER "${name}"`);
  }
  await owner.close();
}

function startWorker(of: {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly secrets: ReturnType<typeof withLocalKeys>['secrets'];
  readonly keepsLog: boolean;
}): Promise<Child> {
  const { dataDir, databaseUrl, temporalAddress, secrets, keepsLog } = of;
  const encode = (keys: readonly { id: string; key: Buffer }[]) =>
    keys.map((named) => `${named.id}:${named.key.toString('base64')}`).join(',');
  return spawnChild({
    command: process.execPath,
    args: [RETORNO, 'worker', ...(keepsLog ? [] : ['--no-log'])],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      RETORNO_DATA_DIR: dataDir,
      RETORNO_MASTER_KEY: encode(secrets.masterKeys),
      RETORNO_PAYLOAD_KEY: encode(secrets.payloadKeys),
      RETORNO_LOG_KEY: encode(secrets.logKeys),
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Retorno <bench@demo.example>',
      LOG_LEVEL: 'warn',
    },
    logFile: join(dataDir, 'worker.log'),
    parentDeathSignal: 'TERM',
  });
}
