import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { type Door, openDoor } from '../../door/door.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import type { Settings } from '../../platform/settings.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { registerSearchAttributes } from '../../platform/temporal/search-attributes.js';
import { createVault } from '../../platform/vault/vault.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { bindingsOf, inventedInstitutions, TEST_PACE } from '../support/door.js';
import { testSettings } from '../support/servers.js';
import { relayRace } from './protocol.js';

export type ProcessName = 'worker' | 'relay';

/** Database, engine, mail and the two processes that may be killed. */
export interface Field {
  readonly database: TestDatabase;
  readonly door: Door;
  readonly client: Client;
  readonly namespace: string;
  readonly catcher: MailCatcher;
  readonly bindings: Record<string, string>;
  readonly settings: Settings;
  /** `kill -9` by pid; a new process takes its place at once. Tells whether a living process was hit. */
  kill(name: ProcessName): boolean;
  /** Ends the processes and leaves database and mail as they are. */
  halt(): Promise<void>;
  stop(): Promise<void>;
}

/** Sets the field up in `folder` on servers that run already. The built product must be in `dist`. */
export async function setField(options: {
  postgresUrl: string;
  temporalAddress: string;
  folder: string;
  /** Goes on where another field ended: under its keys, on this database, with its engine or a new one. */
  after?: { field: Field; database: TestDatabase; namespace?: string };
}): Promise<Field> {
  const { postgresUrl, temporalAddress, folder, after } = options;
  mkdirSync(folder, { recursive: true });
  // A namespace of its own: another test's worker must not take this field's work to its own database.
  const namespace = after?.namespace ?? `chaos-${randomUUID().slice(0, 8)}`;
  const fresh = testSettings({ RETORNO_DATA_DIR: folder, TEMPORAL_NAMESPACE: namespace });
  const settings = after ? { ...fresh, secrets: after.field.settings.secrets } : fresh;
  await ensureNamespace(temporalAddress, namespace, 1, () => false);
  const database = after?.database ?? (await createTestDatabase(postgresUrl));
  const catcher = await startMailCatcher({ store: join(folder, 'mail'), cap: 100_000 });
  await saveInstitutions(
    database.db,
    inventedInstitutions(relayRace).map((row) => ({ ...row, email: `${row.id}@demo.example` })),
  );
  const door = await openDoor(database.db, createVault(settings.secrets.masterKeys), {
    series: TEST_PACE,
  });
  await door.definitions.publishShipped([relayRace]);
  const client = await connectClient(settings, temporalAddress);
  await registerSearchAttributes(client.connection, namespace);

  const encode = (keys: readonly { id: string; key: Buffer }[]) =>
    keys.map((named) => `${named.id}:${named.key.toString('base64')}`).join(',');
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporal.namespace,
    SMTP_URL: catcher.smtpUrl,
    MAIL_FROM: settings.mail.from,
    RETORNO_DATA_DIR: folder,
    RETORNO_MASTER_KEY: encode(settings.secrets.masterKeys),
    RETORNO_PAYLOAD_KEY: encode(settings.secrets.payloadKeys),
    LOG_LEVEL: 'warn',
  };
  const children = new Map<ProcessName, ChildProcess>();
  let stopped = false;
  const start = (name: ProcessName) => {
    const args = name === 'worker' ? ['worker', '--no-relay'] : ['relay'];
    const child = spawn(process.execPath, ['dist/cli/main.js', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = (chunk: Buffer) => appendFileSync(join(folder, `${name}.log`), chunk);
    child.stdout.on('data', log);
    child.stderr.on('data', log);
    child.once('exit', () => {
      if (!stopped) start(name);
    });
    children.set(name, child);
  };
  start('worker');
  start('relay');

  const halt = async () => {
    if (stopped) return;
    stopped = true;
    const ended = [...children.values()].map(
      (child) => new Promise<void>((resolve) => child.once('exit', () => resolve())),
    );
    for (const child of children.values()) child.kill('SIGTERM');
    await Promise.all(ended);
    await client.connection.close();
  };
  return {
    database,
    door,
    client,
    namespace,
    catcher,
    bindings: bindingsOf(relayRace),
    settings,
    kill(name) {
      const child = children.get(name);
      return (
        child !== undefined &&
        child.exitCode === null &&
        child.signalCode === null &&
        child.kill('SIGKILL')
      );
    },
    halt,
    async stop() {
      await halt();
      await catcher.stop();
      await database.drop();
    },
  };
}
