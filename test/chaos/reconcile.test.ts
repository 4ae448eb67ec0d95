import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { tryLock } from '../../db/advisory-lock.js';
import { reconcile } from '../../door/reconcile.js';
import { RELAY_LOCK } from '../../door/relay.js';
import { startRun } from '../../door/start-run.js';
import {
  type FollowMessage,
  type FollowState,
  STANDING_QUERY,
  TASK_QUEUE,
  workflowIdOf,
} from '../../protocols/messages.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import { accepted, answer, officerOf } from '../support/door.js';
import { WAY } from './drill.js';
import { type Field, setField } from './field.js';
import { relayRace } from './protocol.js';

let field: Field;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-reconcile-'));
  field = await setField({
    postgresUrl: inject('postgresUrl'),
    temporalAddress: inject('temporalAddress'),
    folder,
  });
});
afterAll(async () => {
  await field.stop();
  rmSync(folder, { recursive: true, force: true });
});

const handleOf = (runId: string) =>
  field.client.workflow.getHandle(workflowIdOf(relayRace.id, runId));
const seqOf = async (runId: string) =>
  (await handleOf(runId).query<FollowState>(STANDING_QUERY)).seq;

async function begin(): Promise<string> {
  const started = await startRun(field.door, {
    actId: crypto.randomUUID(),
    actor: officerOf('lead'),
    protocol: relayRace.id,
    bindings: field.bindings,
    dates: { whistle: Date.now() + 3600_000 },
  });
  return accepted(started).runId;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within a minute`);
}

const emptyOutbox = async () => (await field.database.db.sql`select 1 from outbox`).length === 0;

it('the facts win: missing, late, diverged, stray and forgotten workflows are found and put right', {
  timeout: 300_000,
}, async () => {
  const { door, client, database } = field;
  await until('the schedule', () =>
    client.schedule
      .getHandle('retorno-reconcile')
      .describe()
      .then(() => true),
  );
  // The worker reconciles by itself too; here every repair must be this test's own.
  await client.schedule.getHandle('retorno-reconcile').pause();
  await until('the end of a reconciliation under way', async () => {
    const { info } = await client.schedule.getHandle('retorno-reconcile').describe();
    return info.runningActions.length === 0;
  });
  const [healthy, missing, late, diverged, ended] = [
    await begin(),
    await begin(),
    await begin(),
    await begin(),
    await begin(),
  ] as const;
  await until('following', emptyOutbox);
  for (const run of [healthy, missing, late, diverged, ended]) {
    await until(`the workflow of ${run}`, async () => (await seqOf(run)) === 1);
  }

  // While this holds the relay's lock no relay leads; what is committed now never reaches the engine.
  field.kill('relay');
  let lock = await tryLock(database.url, RELAY_LOCK);
  await until('taking the lock', async () => {
    lock ??= await tryLock(database.url, RELAY_LOCK);
    return lock !== undefined;
  });
  const play = async (run: string, role: string, step: string, outcome: string) =>
    accepted(await answer(door, run, role, step, outcome));
  await play(late, 'lead', 'ready', 'go');
  for (const [role, step, outcome] of WAY) await play(ended, role, step, outcome);
  await database.db.sql`delete from outbox`;
  await lock?.release();

  await handleOf(missing).terminate('an operator');
  const invented: FollowMessage[] = Array.from({ length: 40 }, (_, n) => ({
    seq: n + 2,
    at: 0,
    name: 'invented',
    notices: [],
    releases: [],
    open: [],
  }));
  await handleOf(diverged).signal('invented', invented);
  await until('the divergence', async () => (await seqOf(diverged)) === 41);
  const stray = workflowIdOf(relayRace.id, 'nobody');
  await client.workflow.start(workflowTypeOf(relayRace.id), {
    taskQueue: TASK_QUEUE,
    workflowId: stray,
    args: [{ runId: 'nobody', protocol: relayRace.id, version: 1, rehearsal: false }],
  });

  const repairs = new Map<string, string>();
  await until('every repair', async () => {
    await reconcile(door, client, { quietFor: 0, onRepair: (what, run) => repairs.set(run, what) });
    return repairs.size === 5;
  });
  expect(Object.fromEntries(repairs)).toEqual({
    [missing]: 'restarted',
    [late]: 'caught-up',
    [diverged]: 'diverged',
    [ended]: 'ended',
    nobody: 'unknown-run',
  });
  for (const [run, seq] of [
    [healthy, 1],
    [missing, 1],
    [late, 2],
    [diverged, 1],
  ] as const) {
    await until(`${run} at ${seq}`, async () => (await seqOf(run)) === seq);
  }
  await until(
    'the ended run',
    async () => (await handleOf(ended).describe()).status.name === 'COMPLETED',
  );
  expect((await client.workflow.getHandle(stray).describe()).status.name).toBe('TERMINATED');
  await until(
    'all notices',
    async () =>
      (await database.db.sql`select 1 from notices where state in ('pending', 'sending')`)
        .length === 0,
  );

  expect(await reconcile(door, client, { quietFor: 0 })).toMatchObject({
    restarted: 0,
    caughtUp: 0,
    ended: 0,
  });
});

it('a workflow that hears of acts while it is compared is left alone', {
  timeout: 180_000,
}, async () => {
  const { door, client } = field;
  const [going, ending] = [await begin(), await begin()];
  for (const run of [going, ending]) {
    await until(`the workflow of ${run}`, async () => (await seqOf(run)) === 1);
  }
  const executions = async () =>
    [await handleOf(going).describe(), await handleOf(ending).describe()].map((one) => one.runId);
  const before = await executions();

  // The facts were read; before the engine is asked, people go on and the engine follows.
  const meanwhile = new Map<string, () => Promise<void>>([
    [
      going,
      async () => {
        accepted(await answer(door, going, 'lead', 'ready', 'go'));
        await until('following', async () => (await seqOf(going)) === 2);
      },
    ],
    [
      ending,
      async () => {
        for (const [role, step, outcome] of WAY)
          accepted(await answer(door, ending, role, step, outcome));
        await until('the end', async () => {
          return (await handleOf(ending).describe()).status.name === 'COMPLETED';
        });
      },
    ],
  ]);
  const workflow = Object.create(client.workflow);
  workflow.getHandle = (id: string) => {
    const handle = client.workflow.getHandle(id);
    const run = id.slice(id.lastIndexOf('/') + 1);
    const describe = async () => {
      const happens = meanwhile.get(run);
      meanwhile.delete(run);
      await happens?.();
      return handle.describe();
    };
    return Object.assign(Object.create(handle), { describe });
  };
  const slow = Object.create(client, { workflow: { value: workflow } });
  const repairs: string[] = [];
  await reconcile(door, slow, {
    quietFor: 0,
    onRepair: (what, run) => repairs.push(`${what} ${run}`),
  });
  expect(meanwhile.size).toBe(0);
  expect(repairs).toEqual([]);
  expect(await executions()).toEqual(before);
  expect(await seqOf(going)).toBe(2);
});
