import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from '../../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { findCommandLine, stopProcess } from '../../platform/process.js';
import { silentProgress as progress } from '../../platform/progress.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { testSettings } from '../support/servers.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'retorno-embedded-'));
  chmodSync(dataDir, 0o711);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 });
  return work(sql).finally(() => sql.end());
}

test('PostgreSQL keeps its data over a stop and over a kill, durable and on this machine only', async () => {
  const first = await startPostgres({ dataDir, progress });
  await query(first.url, (sql) => sql`create table kept as select 1 as n`);
  const settings = await query(
    first.url,
    (sql) => sql`
      select current_setting('fsync') as fsync, current_setting('listen_addresses') as address,
        current_setting('unix_socket_directories') as sockets, current_setting('TimeZone') as zone`,
  );
  expect(settings[0]).toEqual({ fsync: 'on', address: '127.0.0.1', sockets: '', zone: 'UTC' });
  await first.stop();
  expect(findCommandLine(first.pid)).toBeUndefined();
  const second = await startPostgres({ dataDir, progress });
  await query(second.url, (sql) => sql`insert into kept values (2)`);
  await stopProcess(second.pid, []);
  const third = await startPostgres({ dataDir, progress });
  const rows = await query(third.url, (sql) => sql`select n from kept order by n`);
  expect(rows.map((row) => row.n)).toEqual([1, 2]);
  await third.stop();
});

test('PostgreSQL lets nobody in without the password, and nobody start it twice', async () => {
  const server = await startPostgres({ dataDir, progress });
  const stranger = server.url.replace(/:[^:@]+@/, ':guessed@');
  await expect(query(stranger, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
  await expect(startPostgres({ dataDir, progress })).rejects.toThrow(/ya está en uso/);
  await query(server.url, (sql) => sql`select 1`);
  await server.stop();
});

test('Temporal keeps runs over a stop and starts again on the port asked for', async () => {
  const settings = testSettings({ RETORNO_DATA_DIR: dataDir, ...cacheOf(process.env) });
  const first = await ensureTemporalServer({ settings, progress });
  const client = await connectClient(settings, first.address);
  await client.workflow.start('nobodyRunsThis', { taskQueue: 'none', workflowId: 'kept' });
  await client.connection.close();
  await first.stop();
  const port = Number(first.address.split(':')[1]);
  const second = await ensureTemporalServer({ settings, progress, port });
  expect(second.address).toBe(first.address);
  const again = await connectClient(settings, second.address);
  expect((await again.workflow.getHandle('kept').describe()).status.name).toBe('RUNNING');
  await again.connection.close();
  await second.stop();
});

function cacheOf({ RETORNO_CACHE_DIR, XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv) {
  return { RETORNO_CACHE_DIR, XDG_CACHE_HOME, HOME };
}
