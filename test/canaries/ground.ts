import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { startPostgres } from '../../platform/embedded/postgres.js';
import type { TemporalStore } from '../../platform/embedded/temporal-config.js';
import { serverVersion } from '../../platform/embedded/temporal-program.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { findFreePort } from '../../platform/ports.js';
import { createProgress } from '../../platform/progress.js';
import { testSettings } from '../support/servers.js';

/** The servers an installation stands on, with everything they write. */
export interface Ground {
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  readonly logs: readonly string[];
  /** Databases of the engine, where it keeps them in PostgreSQL of ours alone. */
  readonly engineDatabases: readonly string[];
  /** Where the engine says its metrics. */
  readonly metrics: readonly string[];
  /** Folders with the servers' own files, where nobody else's data is in them. */
  readonly files: readonly string[];
  stop(): Promise<void>;
}

/** The servers of the test run, which other tests use as well: their logs are looked at, their files are not. */
export function sharedGround(): Ground {
  const folder = inject('serversFolder');
  return {
    postgresUrl: inject('postgresUrl'),
    temporalAddress: inject('temporalAddress'),
    logs: [join(folder, 'postgres.log'), join(folder, 'temporal', 'server.log')].filter(existsSync),
    engineDatabases: [],
    metrics: [],
    files: [],
    stop: async () => {},
  };
}

/** Servers for this alone: PostgreSQL, and Temporal keeping its histories and its index in it, as in real use. */
export async function ownGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-canaries-'));
  chmodSync(folder, 0o711);
  const progress = createProgress();
  const server = await startPostgres({ dataDir: folder, progress });
  const databases = ['temporal', 'temporal_visibility'] as const;
  const urls = databases.map((name) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.toString();
  });
  const metricsPort = await findFreePort();
  const temporal = await (async () => {
    for (const [index, name] of databases.entries()) {
      await makeEngineDatabase(server.url, name, urls[index]!, ['temporal', 'visibility'][index]!);
    }
    const settings = testSettings({ ...process.env, RETORNO_DATA_DIR: folder });
    const store = () => storeAt(server.url);
    return ensureTemporalServer({ settings, progress, store, metricsPort });
  })().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const sql = postgres(server.url, { max: 1 });
  const [{ place } = { place: '' }] = await sql<{ place: string }[]>`
    select current_setting('data_directory') as place`;
  await sql.end();
  return {
    postgresUrl: server.url,
    temporalAddress: temporal.address,
    logs: [join(folder, 'postgres.log'), join(folder, 'temporal', 'server.log')],
    engineDatabases: urls,
    metrics: [`http://127.0.0.1:${metricsPort}/metrics`],
    files: [place, join(folder, 'temporal')],
    async stop() {
      await temporal.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Sets up a database as the server's own tool does, from the schema that came with its sources. */
async function makeEngineDatabase(
  ownerUrl: string,
  name: string,
  url: string,
  kind: string,
): Promise<void> {
  const cache = spawnSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).stdout?.trim();
  const folder = `${cache}/go.temporal.io/server@v${serverVersion}/schema/postgresql/v12/${kind}`;
  const schema = readFileSync(join(folder, 'schema.sql'), 'utf8');
  const versions = /\bv([\d.]+)\b/g;
  const listed = spawnSync('ls', [join(folder, 'versioned')], { encoding: 'utf8' }).stdout;
  const newest = [...listed.matchAll(versions)]
    .map(([, version]) => version!)
    .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
    .at(-1)!;
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe(`CREATE DATABASE ${name}`);
  await owner.end();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(schema);
  // Ports that systems give out freely are larger than the schema's column takes.
  await sql.unsafe('ALTER TABLE IF EXISTS cluster_membership ALTER COLUMN rpc_port TYPE integer');
  await sql.unsafe(`
    CREATE TABLE IF NOT EXISTS schema_version (version_partition INT NOT NULL, db_name VARCHAR(255) NOT NULL,
      creation_time TIMESTAMP, curr_version VARCHAR(64), min_compatible_version VARCHAR(64),
      PRIMARY KEY (version_partition, db_name));
    INSERT INTO schema_version VALUES (0, '${name}', now(), '${newest}', '0.1')`);
  await sql.end();
}

function storeAt(url: string): TemporalStore {
  const { host, username, password } = new URL(url);
  const sql = (databaseName: string) => ({
    sql: {
      pluginName: 'postgres12_pgx',
      databaseName,
      connectAddr: host,
      connectProtocol: 'tcp',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      maxConns: 20,
      maxIdleConns: 20,
      maxConnLifetime: '1h',
    },
  });
  return { histories: sql('temporal'), visibility: sql('temporal_visibility'), shards: 4 };
}
