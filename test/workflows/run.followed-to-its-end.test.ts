import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { BINDINGS, INSTITUTIONS, PARALLEL, r10, SEQUENCE } from '../../bench/r10.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { type Relay, startRelay } from '../../door/relay.js';
import { startRun } from '../../door/start-run.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { createLogger } from '../../platform/logger.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { type RunningWorker, startWorker } from '../../worker/start-worker.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';
import { compiledFailureConverter } from '../support/failure-converter.js';
import { testSettings } from '../support/servers.js';
import { until } from './follow.js';

// A namespace of its own: the relay hands over to the one task queue of all runs.
const namespace = `whole-way-${randomUUID()}`;

let database: TestDatabase;
let door: Door;
let client: Client;
let relay: Relay;
let worker: RunningWorker;
let catcher: MailCatcher;
let store: string;

beforeAll(async () => {
  const temporalAddress = inject('temporalAddress');
  await ensureNamespace(temporalAddress, namespace, 1, () => false);
  const settings = testSettings({ TEMPORAL_NAMESPACE: namespace });
  database = await createTestDatabase(inject('postgresUrl'));
  await saveInstitutions(database.db, INSTITUTIONS);
  door = await openTestDoor(database, [r10]);
  store = await mkdtemp(join(tmpdir(), 'retorno-way-'));
  catcher = await startMailCatcher({ store });
  worker = await startWorker({
    settings,
    door,
    temporalAddress,
    logger: createLogger({ log: { level: 'fatal' } }, 'test'),
    smtpUrl: catcher.smtpUrl,
    workflows: {
      workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    },
    failureConverterPath: compiledFailureConverter(),
  });
  client = await connectClient(settings, temporalAddress);
  relay = startRelay({ db: database.db, databaseUrl: database.url, client });
});
afterAll(async () => {
  await relay?.stop();
  await worker?.stop();
  await client?.connection.close();
  await catcher?.stop();
  await database?.drop();
  await rm(store, { recursive: true, force: true });
});

let acts = 0;

function start(inMs: number) {
  acts += 1;
  const actor = { institution: 'bench-reception', access: 'officer', account: 'a' };
  return startRun(door, {
    actId: `start-${acts}`,
    actor,
    protocol: r10.id,
    bindings: BINDINGS,
    dates: { 'intake-due': Date.now() + inMs },
  });
}

async function complete(runId: string, step: string, outcome = 'done'): Promise<void> {
  const role = r10.steps.find((candidate) => candidate.id === step)!.by as string;
  const actor = { institution: `bench-${role}`, access: 'officer', account: 'a' };
  const act = { type: 'step-completed', step, opening: 1, outcome, role } as const;
  accepted(await commitAct(door, { runId, actId: `${step}/${outcome}`, actor, act }));
}

/** A run of the reference workload to its end; each answer waits until the workflow knows of the one before. */
async function wholeRun(): Promise<{ runId: string; events: number }> {
  const { runId } = accepted(await start(72 * 3_600_000));
  const handle = client.workflow.getHandle(workflowIdOf(r10.id, runId));
  const steps = ['intake', ...PARALLEL, 'best-interests', ...SEQUENCE];
  for (const [index, step] of steps.entries()) {
    await until(async () => {
      const standing = await handle
        .query<{ seq: number; effects?: unknown }>('standing')
        .catch(() => undefined);
      return standing?.seq === index + 1 && !standing.effects;
    });
    await complete(runId, step, step === 'best-interests' ? 'approved' : 'done');
  }
  expect(await handle.result()).toEqual({ seq: 11, ending: 'completed' });
  return { runId, events: (await handle.fetchHistory()).events?.length ?? 0 };
}

test('a run without mailboxes is followed to its end at four events an act', async () => {
  const { events } = await wholeRun();
  // Eleven acts of a signal and a workflow task; start, one timer and the end.
  expect(events).toBe(11 * 4 + 3);
});

test('with mailboxes every institution is told once, at ten events an act', async () => {
  await saveInstitutions(
    database.db,
    INSTITUTIONS.map((row) => ({ ...row, email: `${row.id}@oficina-inventada.example` })),
  );
  await door.directory.reload();
  const before = catcher.list({ limit: 1 }).total;
  const { runId, events } = await wholeRun();
  const notices = await database.db.sql<{ state: string }[]>`
    select state from notices where run_id = ${runId}`;
  expect(notices.filter((notice) => notice.state === 'sent')).toHaveLength(10);
  expect(catcher.list({ limit: 1 }).total - before).toBe(10);
  expect(events).toBeLessThanOrEqual(11 * 4 + 4 + 10 * 6);
});

test('a deadline lapses by the sweep the schedule started, and its workflow hears of it', async () => {
  const { runId } = accepted(await start(700));
  const handle = client.workflow.getHandle(workflowIdOf(r10.id, runId));
  await until(async () => {
    const [row] = await database.db.sql<{ lapsed: boolean }[]>`
      select bool_or(lapsed_at is not null) as lapsed from steps where run_id = ${runId}`;
    return row?.lapsed === true;
  });
  await until(async () => {
    const standing = await handle.query<{ seq: number }>('standing');
    const [run] = await database.db.sql<
      { seq: number }[]
    >`select seq from runs where id = ${runId}`;
    return standing.seq === run?.seq && standing.seq > 1;
  });
});

test('the schedules are there, and making them again changes nothing', async () => {
  const ids: string[] = [];
  await until(async () => {
    ids.length = 0;
    for await (const schedule of client.schedule.list()) ids.push(schedule.scheduleId);
    return ids.length === 4;
  });
  expect(ids.sort()).toEqual([
    'retorno-deliver',
    'retorno-reconcile',
    'retorno-retention',
    'retorno-sweep',
  ]);
});
