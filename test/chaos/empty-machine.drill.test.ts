import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { createProgress } from '../../platform/progress.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { testSettings } from '../support/servers.js';
import { messageIds } from './checker.js';
import {
  accountFor,
  beginRuns,
  everybodyTold,
  mailsKnown,
  NOTHING_LOST_OR_DOUBLED,
  playOn,
} from './drill.js';
import { type Field, setField } from './field.js';
import { relayRace } from './protocol.js';
import { pause, type Seen } from './race.js';

/** How many runs the lost installation held; `npm run drill` says. Without it this does not run: see `restore.drill.test.ts`. */
const RUNS = Number(process.env.DRILL_RUNS ?? 0);

interface Machine {
  readonly folder: string;
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  /** Of the engine's process. */
  readonly pid: number;
  stop(): Promise<void>;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-drill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settingsIn = (place: string) => testSettings({ ...process.env, RETORNO_DATA_DIR: place });

/** Servers with nothing on them, or with a copy of the engine's files. */
async function machine(engine?: string): Promise<Machine & { postgres: number; temporal: number }> {
  const place = mkdtempSync(join(tmpdir(), 'retorno-machine-'));
  spawnSync('chmod', ['711', place]);
  const progress = createProgress();
  const began = performance.now();
  const postgres = await startPostgres({ dataDir: place, progress });
  const up = performance.now();
  if (engine) cpSync(engine, join(place, 'temporal'), { recursive: true });
  const temporal = await ensureTemporalServer({ settings: settingsIn(place), progress });
  return {
    folder: place,
    postgresUrl: postgres.url,
    temporalAddress: temporal.address,
    pid: temporal.pid!,
    postgres: up - began,
    temporal: performance.now() - up,
    async stop() {
      await temporal.stop();
      await postgres.stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** The command line as an operator uses it. Throws what it says when it fails. */
function retorno(args: string[], env: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`retorno ${args[0]}: ${stdout}${stderr}`);
  return stdout;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

describe.skipIf(RUNS === 0)('an empty machine, a backup and the keys', () => {
  let seen: Seen[] = [];
  let first: Field;
  let arrived: Set<string>;
  const at = () => join(folder, 'backup');

  it('the site works, is copied, goes on and is lost', { timeout: 1_800_000 }, async () => {
    const site = await machine();
    first = await setField({ ...site, folder: join(folder, 'first') });
    seen = await beginRuns(first, RUNS);
    await playOn(first, seen, (n) => n % 4);
    await everybodyTold(first);
    // The engine's own copy is of this moment; what follows it never heard of.
    process.kill(site.pid, 'SIGSTOP');
    cpSync(join(site.folder, 'temporal'), join(folder, 'engine'), { recursive: true });
    process.kill(site.pid, 'SIGCONT');
    rmSync(join(folder, 'engine', 'server.pid'), { force: true });
    await playOn(first, seen, (n) => (n % 4) + 2);
    const began = performance.now();
    retorno(['backup', at(), '--keys', join(folder, 'keys')], { DATABASE_URL: first.database.url });
    console.log(`${RUNS} runs copied in ${seconds(performance.now() - began)}`);
    await first.halt();
    arrived = new Set(messageIds(first));
    await first.catcher.stop();
    await first.database.drop();
    await site.stop();
  });

  it.each([
    ['nothing of the engine', false],
    ['an engine older than the facts', true],
  ])(
    'everything is back with %s, none lost and none doubled',
    { timeout: 1_800_000 },
    async (_, isOld) => {
      const began = performance.now();
      const site = await machine(isOld ? join(folder, 'engine') : undefined);
      let restoring = 0;
      const database: TestDatabase = await createTestDatabase(site.postgresUrl, async (url) => {
        const then = performance.now();
        retorno(['restore', at(), '--keys', join(folder, 'keys')], { DATABASE_URL: url });
        restoring = performance.now() - then;
      });
      const known = await mailsKnown(database, first.settings);
      const back = performance.now();
      const place = join(folder, isOld ? 'old' : 'new');
      mkdirSync(place);
      const after = { field: first, database, ...(isOld ? { namespace: first.namespace } : {}) };
      const field = await setField({ ...site, folder: place, after });
      const processes = performance.now();
      const mine = seen.map((run) => ({ ...run, acts: [...run.acts] }));
      // What an officer waits for: the next answer is taken and the next institution hears of it.
      await playOn(field, mine.slice(0, 1), () => mine[0]!.acts.length);
      const working = performance.now();
      const open = `ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'retorno/${relayRace.id}/'`;
      const alive = async () => (await field.client.workflow.count(open)).count;
      const wanted = await database.db.sql`select from runs where ended_at is null`;
      const end = performance.now() + 600_000;
      while ((await alive()) < wanted.length && performance.now() < end) await pause(200);
      const complete = performance.now();
      const running = await alive();
      await playOn(field, mine);
      const account = await accountFor(field, mine, { arrived, known });
      console.log(
        [
          `${RUNS} runs, ${isOld ? 'older engine' : 'new engine'}:`,
          `PostgreSQL ${seconds(site.postgres)}, Temporal ${seconds(site.temporal)}, restore ${seconds(restoring)},`,
          `processes ${seconds(processes - back)}, first answer taken ${seconds(working - began)} after the start,`,
          `every open case followed ${seconds(complete - began)} after the start (${running} of ${wanted.length});`,
          `of ${arrived.size} mails before the loss the facts knew ${known.size}.`,
          JSON.stringify(account),
        ].join(' '),
      );
      expect(running).toBeGreaterThanOrEqual(wanted.length - 1);
      expect(account).toMatchObject(NOTHING_LOST_OR_DOUBLED);
      expect([...known].filter((id) => !arrived.has(id))).toEqual([]);
      expect(known.size).toBeGreaterThan(RUNS);
      await field.halt();
      await field.catcher.stop();
      await database.drop();
      await site.stop();
    },
  );
});
