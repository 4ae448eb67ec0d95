import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRun } from '../../door/start-run.js';
import { startPostgres } from '../../platform/embedded/postgres.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { createProgress } from '../../platform/progress.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, officerOf } from '../support/door.js';
import { testSettings } from '../support/servers.js';
import { check } from './checker.js';
import { type Field, setField } from './field.js';
import { relayRace } from './protocol.js';
import { pause, type Seen } from './race.js';

/** How many runs the lost installation held; `npm run drill` says. Without it this does not run: see `restore.drill.test.ts`. */
const RUNS = Number(process.env.DRILL_RUNS ?? 0);
const WAY = [
  ['lead', 'ready', 'go'],
  ['left', 'run-left', 'done'],
  ['right', 'run-right', 'done'],
  ['left', 'photo', 'agreed'],
  ['right', 'photo', 'agreed'],
  ['goal', 'prize', 'given'],
] as const;
/** Answers given at once. */
const HANDS = 8;

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

async function atOnce<T>(all: readonly T[], work: (one: T, n: number) => Promise<void>) {
  const left = [...all.entries()];
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

async function play(field: Field, seen: Seen, from: number, to: number): Promise<void> {
  for (const [role, step, outcome] of WAY.slice(from, to)) {
    accepted(await answer(field.door, seen.runId, role, step, outcome));
    seen.acts.push(`${step}#1/${role}`);
  }
}

/** Of every mail that arrived. */
function messageIds({ catcher }: Field): string[] {
  const { mails } = catcher.list({ limit: 1_000_000 });
  return mails.map(({ messageId }) => messageId);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

describe.skipIf(RUNS === 0)('an empty machine, a backup and the keys', () => {
  const seen: Seen[] = [];
  let first: Field;
  /** Mails that had arrived before the copy was begun, and those that came until the loss. */
  const arrived = new Set<string>();
  let late: string[] = [];
  const at = () => join(folder, 'backup');

  it('the site works, is copied, goes on and is lost', { timeout: 1_800_000 }, async () => {
    const site = await machine();
    first = await setField({ ...site, folder: join(folder, 'first') });
    const runs = Array.from({ length: RUNS });
    await atOnce(runs, async (_, n) => {
      const { runId } = accepted(
        await startRun(first.door, {
          actId: `drill-${n}`,
          actor: officerOf('lead'),
          protocol: relayRace.id,
          bindings: first.bindings,
          dates: { whistle: Date.now() + 86_400_000 },
        }),
      );
      seen.push({ runId, acts: [`drill-${n}`], late: false });
    });
    await atOnce(seen, (run, n) => play(first, run, 0, n % 4));
    const { sql } = first.database.db;
    while ((await sql`select from outbox limit 1`).length > 0) await pause(100);
    // The engine's own copy is of this moment; what follows it never heard of.
    process.kill(site.pid, 'SIGSTOP');
    cpSync(join(site.folder, 'temporal'), join(folder, 'engine'), { recursive: true });
    process.kill(site.pid, 'SIGCONT');
    rmSync(join(folder, 'engine', 'server.pid'), { force: true });
    await atOnce(seen, (run, n) => play(first, run, n % 4, (n % 4) + 2));
    // A moment, so that of a mail that arrived the row says so.
    for (const id of messageIds(first)) arrived.add(id);
    await pause(2_000);
    const began = performance.now();
    retorno(['backup', at(), '--keys', join(folder, 'keys')], { DATABASE_URL: first.database.url });
    console.log(`${RUNS} runs copied in ${seconds(performance.now() - began)}`);
    await first.halt();
    late = messageIds(first).filter((id) => !arrived.has(id));
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
      const back = performance.now();
      const place = join(folder, isOld ? 'old' : 'new');
      mkdirSync(place);
      const after = { field: first, database, ...(isOld ? { namespace: first.namespace } : {}) };
      const field = await setField({ ...site, folder: place, after });
      const processes = performance.now();
      const mine = seen.map((run) => ({ ...run, acts: [...run.acts] }));
      // What an officer waits for: the next answer is taken and the next institution hears of it.
      await play(field, mine[0]!, mine[0]!.acts.length - 1, mine[0]!.acts.length);
      const working = performance.now();
      const open = `ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'retorno/${relayRace.id}/'`;
      const alive = async () => (await field.client.workflow.count(open)).count;
      const wanted = await database.db.sql`select from runs where ended_at is null`;
      const end = performance.now() + 600_000;
      while ((await alive()) < wanted.length && performance.now() < end) await pause(200);
      const complete = performance.now();
      const running = await alive();
      await atOnce(mine, (run) => play(field, run, run.acts.length - 1, WAY.length));
      const verdict = await check(field, mine);
      console.log(
        [
          `${RUNS} runs, ${isOld ? 'older engine' : 'new engine'}:`,
          `PostgreSQL ${seconds(site.postgres)}, Temporal ${seconds(site.temporal)}, restore ${seconds(restoring)},`,
          `processes ${seconds(processes - back)}, first answer taken ${seconds(working - began)} after the start,`,
          `every open case followed ${seconds(complete - began)} after the start (${running} of ${wanted.length}).`,
          JSON.stringify(verdict),
        ].join(' '),
      );
      expect(running).toBeGreaterThanOrEqual(wanted.length - 1);
      expect(verdict).toMatchObject({ lost: 0, doubled: 0, lapsesWrong: 0, noticesUnsent: 0 });
      expect(verdict.workflowsOpen).toBe(0);
      // Every mail the facts call sent has arrived; what had arrived before the copy did not come once more. Of those sent
      // between copy and loss the facts know nothing: they come again, under the same Message-ID.
      const now = messageIds(field);
      const again = now.filter((id) => arrived.has(id));
      const [sent] = await database.db.sql<{ n: number }[]>`
        select count(*)::int as n from notices where state = 'sent'`;
      expect(again).toEqual([]);
      expect(new Set(now).size).toBe(now.length);
      expect(new Set([...arrived, ...late, ...now]).size).toBeGreaterThanOrEqual(sent!.n);
      await field.halt();
      await field.catcher.stop();
      await database.drop();
      await site.stop();
    },
  );
});
