import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { readSettings } from '../../platform/env.js';
import { createProgress } from '../../platform/progress.js';
import type { Settings } from '../../platform/settings.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { registerSearchAttributes } from '../../platform/temporal/search-attributes.js';

/** Servers for a whole test run. */
export interface TestServers {
  /** Address as owner of the server; tests make their own database on it. */
  postgresUrl: string;
  temporalAddress: string;
  /** Where they keep what they write, logs included. */
  folder: string;
  stop(): Promise<void>;
}

/** Namespace of the tests; its search attributes are registered. */
export const testNamespace = 'retorno';

/**
 * One PostgreSQL and one Temporal server in a folder that is removed at the end, or those named by
 * RETORNO_TEST_POSTGRES_URL and RETORNO_TEST_TEMPORAL_ADDRESS, which are left as they are.
 */
export async function startServers(env: NodeJS.ProcessEnv = process.env): Promise<TestServers> {
  const dataDir = mkdtempSync(join(tmpdir(), 'retorno-test-'));
  // May be passed by all: as root, PostgreSQL runs under another account.
  chmodSync(dataDir, 0o711);
  const settings = testSettings({
    RETORNO_DATA_DIR: dataDir,
    RETORNO_CACHE_DIR: env.RETORNO_CACHE_DIR,
    XDG_CACHE_HOME: env.XDG_CACHE_HOME,
    HOME: env.HOME,
  });
  const progress = createProgress();
  const { RETORNO_TEST_POSTGRES_URL: givenUrl, RETORNO_TEST_TEMPORAL_ADDRESS: givenAddress } = env;
  const started = await Promise.allSettled([
    givenUrl ? given({ url: givenUrl }) : startPostgres({ dataDir, progress }),
    givenAddress ? given({ address: givenAddress }) : ensureTemporalServer({ settings, progress }),
  ]);
  const [postgres, temporal] = started;
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((one) => one.status === 'fulfilled' && one.value.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    if (postgres.status === 'rejected') throw postgres.reason;
    if (temporal.status === 'rejected') throw temporal.reason;
    const temporalAddress = temporal.value.address;
    const client = await connectClient(settings, temporalAddress);
    await registerSearchAttributes(client.connection, testNamespace);
    await client.connection.close();
    return { postgresUrl: postgres.value.url, temporalAddress, folder: dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Settings for tests: the defaults, with keys of the day unless some are given. */
export function testSettings(env: Record<string, string | undefined> = {}): Settings {
  const key = () => randomBytes(32).toString('base64');
  return readSettings({
    TEMPORAL_NAMESPACE: testNamespace,
    RETORNO_PAYLOAD_KEY: key(),
    RETORNO_MASTER_KEY: key(),
    ...env,
  });
}

async function given<T>(address: T): Promise<T & { stop(): Promise<void> }> {
  return { ...address, stop: async () => {} };
}
