import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { type Door, openDoor } from '../../door/door.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import type { Settings } from '../../platform/settings.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { registerSearchAttributes } from '../../platform/temporal/search-attributes.js';
import { createVault } from '../../platform/vault/vault.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { SHIPPED } from '../../protocols/registry.js';
import { institutionsOf } from '../../rehearsal/invented-institutions.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { TEST_PACE, TEST_PACE_SETTING } from '../support/door.js';
import { testSettings } from '../support/servers.js';
import { type Receiver, startReceiver } from '../webhooks/receiver.js';
import type { Ground } from './ground.js';

const MAIN = resolve('dist/cli/main.js');
const PROCESSES = {
  api: ['api'],
  worker: ['worker', '--no-relay', '--no-log'],
  relay: ['relay'],
  log: ['log', 'run'],
} as const;
export type ProcessName = keyof typeof PROCESSES;

/** The product as it is run: every process of its own, saying all it can say, with mail and a system that takes calls. */
export interface Installation {
  readonly ground: Ground;
  readonly database: TestDatabase;
  readonly door: Door;
  readonly client: Client;
  readonly namespace: string;
  readonly settings: Settings;
  readonly catcher: MailCatcher;
  readonly receiver: Receiver;
  /** Where the API answers. */
  readonly address: string;
  /** The processes' folder: where they stand, their temporary folder and their logs are in it. */
  readonly folder: string;
  /** What must be in no argument, log or answer. */
  readonly secrets: readonly string[];
  /** With which words each process was started, as the system shows them to everybody on the machine. */
  arguments(): string[];
  /** Ends a process as a fault does, and starts it again. */
  crash(name: ProcessName, signal: 'SIGKILL' | 'SIGSEGV'): Promise<void>;
  /** What a command of the command line says. */
  command(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Sets it up with the shipped protocols and an invented institution for every role. The product must be built. */
export async function setUp(ground: Ground): Promise<Installation> {
  const { postgresUrl, temporalAddress } = ground;
  const folder = mkdtempSync(join(tmpdir(), 'retorno-canary-'));
  const logs = join(folder, 'logs');
  for (const place of [logs, join(folder, 'tmp')]) mkdirSync(place);
  const namespace = `canary-${randomUUID().slice(0, 8)}`;
  const settings = testSettings({
    TEMPORAL_NAMESPACE: namespace,
    RETORNO_LOG_KEY: randomBytes(32).toString('base64'),
  });
  const [database, catcher, receiver, port] = await Promise.all([
    createTestDatabase(postgresUrl),
    startMailCatcher({ store: join(folder, 'mail'), cap: 1_000_000 }),
    startReceiver(),
    freePort(),
    ensureNamespace(temporalAddress, namespace, 1, () => false),
  ]);
  await saveInstitutions(
    database.db,
    SHIPPED.flatMap((one) => institutionsOf(one)),
  );
  const door = await openDoor(database.serving, createVault(settings.secrets.masterKeys), {
    series: TEST_PACE,
  });
  await door.definitions.publishShipped(SHIPPED);
  await door.packs.publishShipped(SHIPPED_PACKS);
  const client = await connectClient(settings, temporalAddress);
  await registerSearchAttributes(client.connection, namespace);

  const encode = (keys: Settings['secrets']['masterKeys']) =>
    keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
  const address = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    TZ: 'UTC',
    DATABASE_URL: database.processUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: catcher.smtpUrl,
    MAIL_FROM: settings.mail.from,
    RETORNO_MAIL_CAUGHT: 'true',
    RETORNO_SERIES: TEST_PACE_SETTING,
    RETORNO_WEBHOOK_LOOPBACK: 'true',
    RETORNO_DATA_DIR: join(folder, 'data'),
    RETORNO_PORT: String(port),
    RETORNO_PUBLIC_URL: address,
    RETORNO_MASTER_KEY: encode(settings.secrets.masterKeys),
    RETORNO_PAYLOAD_KEY: encode(settings.secrets.payloadKeys),
    RETORNO_LOG_KEY: encode(settings.secrets.logKeys),
    LOG_LEVEL: 'trace',
  };
  const running = new Map<ProcessName, ChildProcess>();
  const start = (name: ProcessName) => {
    // `ulimit`: what a crash leaves in memory would be written out where a machine is set up so.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -c unlimited; exec "$@"', 'sh', process.execPath, MAIN, ...PROCESSES[name]],
      {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const keep = (chunk: Buffer) => appendFileSync(join(logs, `${name}.log`), chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    running.set(name, child);
  };
  const answers = () => until('the API answers', async () => (await fetch(`${address}/health`)).ok);
  for (const name of Object.keys(PROCESSES) as ProcessName[]) start(name);
  await answers();
  return {
    ground,
    database,
    door,
    client,
    namespace,
    settings,
    catcher,
    receiver,
    address,
    folder,
    secrets: [
      ...[settings.secrets.masterKeys, settings.secrets.payloadKeys, settings.secrets.logKeys]
        .flat()
        .map(({ key }) => key.toString('base64')),
      new URL(database.processUrl).password,
    ],
    arguments: () =>
      [...running.values()].map(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
    async crash(name, signal) {
      const child = running.get(name)!;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill(signal);
      await gone;
      start(name);
      if (name === 'api') await answers();
    },
    command: (...args) =>
      new Promise((done) => {
        const options = { cwd: folder, env: { ...env, LOG_LEVEL: 'warn' }, maxBuffer: 2 ** 28 };
        execFile(process.execPath, [MAIN, ...args], options, (error, out, err) =>
          done(`${error ? `${error.code}\n` : ''}${out}${err}`),
        );
      }),
    async stop() {
      const ended = [...running.values()].map(
        (child) => new Promise<void>((done) => child.once('exit', () => done())),
      );
      for (const child of running.values()) child.kill('SIGTERM');
      await Promise.all(ended);
      await client.connection.close();
      await receiver.close();
      await catcher.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for a condition; throws after some minutes. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 400_000;
  let last: unknown;
  while (Date.now() < end) {
    const so = await holds().catch((cause: unknown) => {
      last = cause;
      return false;
    });
    if (so) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Within some minutes it was not so that ${what}`, { cause: last });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
