// Records the histories of the replay test: plays each scene of test/replay/scenes.ts against a real server, without
// the codec and with invented ids. Files that are there stay as they are; remove one to record it anew.
//   npx esbuild scripts/export-history.ts --bundle --platform=node --format=esm --packages=external \
//     --outfile=dist/export-history.mjs && node dist/export-history.mjs LEVEL
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ensureTemporalServer } from '../platform/embedded/temporal-server.js';
import { readSettings } from '../platform/env.js';
import { createProgress } from '../platform/progress.js';
import { registerSearchAttributes } from '../platform/temporal/search-attributes.js';
import type { RunActivities, SystemActivities } from '../protocols/ports.js';
import { SCENES } from '../test/replay/scenes.js';

const FOLDER = 'test/replay/histories';
/** In place of the names of this machine and process. */
const IDENTITY = 'recorded';

async function record(level: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'retorno-record-'));
  const settings = readSettings({ ...process.env, RETORNO_DATA_DIR: dataDir });
  const server = await ensureTemporalServer({ settings, progress: createProgress() });
  const { address, namespace } = server;
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  try {
    await registerSearchAttributes(connection, namespace);
    const client = new Client({ connection, namespace, identity: IDENTITY });
    for (const [name, scene] of Object.entries(SCENES)) {
      const file = join(FOLDER, `${level}-${name}.json`);
      if (existsSync(file)) continue;
      const does = stubs();
      const taskQueue = `record-${name}`;
      const worker = await Worker.create({
        connection: native,
        namespace,
        taskQueue,
        identity: IDENTITY,
        buildId: IDENTITY,
        workflowsPath: join(process.cwd(), 'workflows/index.ts'),
        activities: through(does),
      });
      const executions = await worker.runUntil(scene({ client, namespace, taskQueue, does }));
      const histories = [];
      for (const { workflowId, runId } of executions) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        histories.push({ workflowId, history: readable(history) });
      }
      writeFileSync(file, `${JSON.stringify(histories, null, 1)}\n`);
      process.stdout.write(`${file}\n`);
    }
  } finally {
    await native.close();
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A history as JSON that people can compare and the replay test can read back. */
function readable(history: proto.temporal.api.history.v1.IHistory): object {
  const { History } = proto.temporal.api.history.v1;
  return History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
}

/** Activities that do nothing; a scene replaces what it needs. */
function stubs(): RunActivities & SystemActivities {
  return {
    sendNotices: async () => {},
    releaseData: async () => {},
    commitDue: async () => ({ now: Date.now() }),
    loadActs: async () => [],
    tellOperation: async () => {},
    callOffSeats: async () => {},
    sweepDue: async () => ({ entered: 0 }),
    deliverMails: async () => ({ sent: 0 }),
    callWebhooks: async () => ({ made: 0 }),
    eraseExpired: async () => ({ keys: 0 }),
    reconcile: async () => ({ compared: 0, restarted: 0, caughtUp: 0, ended: 0 }),
  };
}

/** A worker keeps the functions it is given; these look up what the scene has put in place. */
function through<T extends object>(does: T): T {
  const names = Object.keys(does) as (keyof T)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...args: unknown[]) => (does[name] as (...given: unknown[]) => unknown)(...args),
    ]),
  ) as T;
}

const [level] = process.argv.slice(2);
if (!level) throw new Error('Give the level of the workflow code, e.g. 1');
await record(level);
