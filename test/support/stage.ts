import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { inject } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { type Door, openDoor } from '../../door/door.js';
import { startRelay } from '../../door/relay.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { createLogger } from '../../platform/logger.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import type { Settings } from '../../platform/settings.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { createVault } from '../../platform/vault/vault.js';
import type { Definition } from '../../protocols/language/definition.js';
import { startWorker } from '../../worker/start-worker.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { TEST_PACE } from './door.js';
import { compiledFailureConverter } from './failure-converter.js';
import { makeClockMovable } from './movable-clock.js';
import { testSettings } from './servers.js';

/** Everything a run needs to be lived on real servers, for one test file. */
export interface Stage {
  readonly database: TestDatabase;
  readonly door: Door;
  readonly client: Client;
  /** Of its own: no other file's worker takes the work of this one. */
  readonly namespace: string;
  readonly settings: Settings;
  readonly catcher: MailCatcher;
  stop(): Promise<void>;
}

/**
 * Sets up database, namespace, mail catcher, worker and relay, publishes the definitions and fills the directory with
 * the given institutions. Worker and relay run in this process.
 */
export async function setStage(options: {
  readonly definitions: readonly Definition[];
  readonly institutions: Parameters<typeof saveInstitutions>[1];
  /** Whether the worker knows that its mail server delivers to nobody; it does unless a test says otherwise. */
  readonly mailIsCaught?: boolean;
  /** The database's clock can be moved (`movable-clock.ts`). */
  readonly clockMoves?: true;
}): Promise<Stage> {
  const temporalAddress = inject('temporalAddress');
  const namespace = `stage-${randomUUID()}`;
  const settings = testSettings({ TEMPORAL_NAMESPACE: namespace });
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const bundling = bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
      failureConverterPath: compiledFailureConverter(),
      logger: new DefaultLogger('ERROR'),
    });
    const [, database] = await Promise.all([
      ensureNamespace(temporalAddress, namespace, 1, () => false),
      createTestDatabase(inject('postgresUrl')),
    ]);
    undo.push(() => database.drop());
    if (options.clockMoves) await makeClockMovable(database.url);
    const store = await mkdtemp(join(tmpdir(), 'retorno-stage-'));
    undo.push(() => rm(store, { recursive: true, force: true }));
    const catcher = await startMailCatcher({ store, cap: 100_000 });
    undo.push(() => catcher.stop());
    await saveInstitutions(database.db, options.institutions);
    const door = await openDoor(database.serving, createVault(settings.secrets.masterKeys), {
      series: TEST_PACE,
    });
    await door.definitions.publishShipped(options.definitions);
    const client = await connectClient(settings, temporalAddress);
    undo.push(() => client.connection.close());
    const worker = await startWorker({
      settings,
      door,
      temporalAddress,
      logger: createLogger({ log: { level: 'fatal' } }, 'test'),
      smtpUrl: catcher.smtpUrl,
      mailIsCaught: options.mailIsCaught ?? true,
      workflows: { workflowBundle: await bundling },
      failureConverterPath: compiledFailureConverter(),
    });
    undo.push(() => worker.stop());
    const relay = startRelay({ db: database.serving, databaseUrl: database.processUrl, client });
    undo.push(() => relay.stop());
    return { database, door, client, namespace, settings, catcher, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
