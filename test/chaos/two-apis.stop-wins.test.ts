import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { childEnvironment } from '../../cli/up/child-environment.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { type Door, openDoor } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { startRun } from '../../door/start-run.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { registerSearchAttributes } from '../../platform/temporal/search-attributes.js';
import { createVault } from '../../platform/vault/vault.js';
import { type FollowState, workflowIdOf } from '../../protocols/messages.js';
import { gate } from '../fixtures/gate.js';
import { seeded } from '../fixtures/seeded.js';
import { type Running, startProcesses } from '../publication/processes.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  accepted,
  bindingsOf,
  institutionOf,
  inventedInstitutions,
  officerOf,
  TEST_PACE,
  TEST_PACE_SETTING,
} from '../support/door.js';
import { testSettings } from '../support/servers.js';

const RUNS = 60;
/** Runs under way at once. */
const AT_ONCE = 6;
const NOTES = 6;

/**
 * By how many milliseconds departures are sent later than stops; moved after each race against whoever won, so that both win
 * about as often, however busy the machine is.
 */
let handicap = 0;

let folder: string;
let database: TestDatabase;
let door: Door;
let client: Client;
let catcher: MailCatcher;
let running: Running;

beforeAll(async () => {
  const temporalAddress = inject('temporalAddress');
  folder = mkdtempSync(join(tmpdir(), 'retorno-two-apis-'));
  const namespace = `two-apis-${randomUUID().slice(0, 8)}`;
  const settings = testSettings({ RETORNO_DATA_DIR: folder, TEMPORAL_NAMESPACE: namespace });
  await ensureNamespace(temporalAddress, namespace, 1, () => false);
  database = await createTestDatabase(inject('postgresUrl'));
  catcher = await startMailCatcher({ store: join(folder, 'mail'), cap: 100_000 });
  await saveInstitutions(database.db, inventedInstitutions(gate));
  const vault = createVault(settings.secrets.masterKeys);
  door = await openDoor(database.db, vault, { series: TEST_PACE });
  await door.definitions.publishShipped([gate]);
  client = await connectClient(settings, temporalAddress);
  await registerSearchAttributes(client.connection, namespace);
  const services = { databaseUrl: database.url, temporalAddress, smtpUrl: catcher.smtpUrl };
  const env = childEnvironment(settings, { ...services, stop: async () => {} }, 'http://127.0.0.1');
  running = await startProcesses(
    { ...env, LOG_LEVEL: 'info', RETORNO_SERIES: TEST_PACE_SETTING },
    folder,
  );
}, 240_000);
afterAll(async () => {
  await running?.stop();
  await client?.connection.close();
  await catcher?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Given {
  readonly key: string;
  readonly status: number;
  readonly code?: string;
  readonly receipt?: { readonly folio: string; readonly replayed: boolean };
}

/** What was seen from outside in one run. */
interface Seen {
  readonly run: string;
  readonly how: 'appeal' | 'origin-stop';
  readonly stopped: Given;
  /** Sent once the stop had been accepted, to each process. */
  readonly late: readonly Given[];
  /** Every key went to both processes. */
  readonly departures: readonly Given[];
  readonly notes: readonly Given[];
}

async function post(
  api: 0 | 1,
  token: string,
  path: string,
  body: object,
  key: string,
): Promise<Given> {
  const response = await fetch(`${running.apis[api]}/v1/runs/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  return { ...((await response.json()) as object), status: response.status, key };
}

const tokenOf = async (role: string) =>
  (
    await createToken(database.db, {
      institution: institutionOf(role),
      role: 'officer',
      label: 'x',
    })
  ).token;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function race(n: number, random: () => number): Promise<Seen> {
  const { runId: run } = accepted(
    await startRun(door, {
      actId: randomUUID(),
      actor: officerOf('office'),
      protocol: gate.id,
      bindings: bindingsOf(gate),
    }),
  );
  const [office, border] = await Promise.all([tokenOf('office'), tokenOf('border')]);
  const leave = (api: 0 | 1, key: string) =>
    post(
      api,
      border,
      `${run}/steps/leave/complete`,
      { opening: 1, outcome: 'left', answers: { seen: 'sí' } },
      key,
    );
  // Both processes remember the run as it is before anything happens.
  for (const api of running.apis) {
    const shown = await fetch(`${api}/v1/runs/${run}`, {
      headers: { authorization: `Bearer ${border}` },
    });
    expect(shown.status).toBe(200);
  }
  const how = n % 2 === 0 ? 'appeal' : 'origin-stop';
  const first = (n % 4 < 2 ? 0 : 1) as 0 | 1;
  const second = (1 - first) as 0 | 1;
  const stop = async () => {
    await pause(random() * 25 + Math.max(0, -handicap));
    const key = randomUUID();
    const stopped =
      how === 'appeal'
        ? await post(first, office, `${run}/events/appeal`, { answers: {} }, key)
        : await post(
            first,
            office,
            `${run}/origin-stop`,
            { reason: 'risk', why: 'Peligro inventado' },
            key,
          );
    // The other process may still remember the run as it was: it must not believe it.
    return {
      stopped,
      late: await Promise.all([leave(second, randomUUID()), leave(first, randomUUID())]),
    };
  };
  const depart = async () => {
    await pause(random() * 25 + Math.max(0, handicap));
    const key = randomUUID();
    return Promise.all([leave(0, key), leave(1, key)]);
  };
  const note = async () => {
    await pause(random() * 25);
    const key = randomUUID();
    const body = { opening: 1, outcome: 'noted', answers: { said: key } };
    return Promise.all(
      ([0, 1] as const).map((api) => post(api, office, `${run}/steps/note/complete`, body, key)),
    );
  };
  const [{ stopped, late }, departures, ...notes] = await Promise.all([
    stop(),
    depart(),
    ...Array.from({ length: NOTES }, note),
  ]);
  handicap += receipts(departures).length > 0 ? 5 : -5;
  return { run, how, stopped, late, departures, notes: notes.flat() };
}

interface Entered {
  readonly seq: number;
  readonly type: string;
  readonly step: string | null;
  readonly outcome: string | null;
  readonly answered: number;
}

const historyOf = (run: string) => database.db.sql<Entered[]>`
  select seq, act->>'type' as type, act->>'step' as step, act->>'outcome' as outcome,
    (select count(*)::int from answers a where a.run_id = h.run_id and a.seq = h.seq) as answered
  from history h where run_id = ${run} order by seq`;

const receipts = (given: readonly Given[]) => given.filter(({ status }) => status === 200);

describe('two API processes on one database', () => {
  const seen: Seen[] = [];

  it('take stops, appeals, departures and notes that race, and nobody departs after a stop was accepted', async () => {
    const random = seeded(20_261_128);
    const waiting = Array.from({ length: RUNS }, (_, n) => n);
    const play = async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
        seen.push(await race(n, random));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, play));
    let departed = 0;
    for (const { run, stopped, late, departures } of seen) {
      expect(stopped.status, JSON.stringify(stopped)).toBe(200);
      const history = await historyOf(run);
      const stoppedAt = history.find(
        ({ type }) => type === 'event-reported' || type === 'origin-stopped',
      )!.seq;
      const left = history.filter(({ step, outcome }) => step === 'leave' && outcome === 'left');
      expect(left.length).toBeLessThanOrEqual(1);
      for (const { seq } of left) expect(seq).toBeLessThan(stoppedAt);
      for (const one of late) expect([403, 404, 409], JSON.stringify(one)).toContain(one.status);
      // Whoever was told that the person left was told the truth, and nobody is told so twice.
      expect(receipts(departures).length).toBe(left.length * 2);
      departed += left.length;
    }
    // Both ways happened: a test in which one side always wins shows nothing.
    expect(departed).toBeGreaterThan(RUNS / 10);
    expect(departed).toBeLessThan((RUNS * 9) / 10);
  }, 240_000);

  it('take every answer once: none is lost, none is entered twice', async () => {
    for (const { run, notes } of seen) {
      expect(notes.map(({ status }) => status)).toEqual(Array(NOTES * 2).fill(200));
      const keys = new Set(notes.map(({ key }) => key));
      expect(keys.size).toBe(NOTES);
      for (const one of keys) {
        const both = notes.filter(({ key }) => key === one);
        expect(new Set(both.map(({ receipt }) => receipt!.folio)).size).toBe(1);
        expect(both.filter(({ receipt }) => !receipt!.replayed)).toHaveLength(1);
      }
      const history = await historyOf(run);
      expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
      const noted = history.filter(({ step }) => step === 'note');
      expect(noted).toHaveLength(NOTES);
      for (const { answered } of noted) expect(answered).toBe(1);
    }
  });

  it('leave what the history makes again, and the engine follows all of it', async () => {
    expect((await rebuild(door, { write: false })).differences).toEqual([]);
    for (const { run } of seen.slice(0, 10)) {
      const [row] = await database.db.sql<
        { seq: number }[]
      >`select seq from runs where id = ${run}`;
      const handle = client.workflow.getHandle(workflowIdOf(gate.id, run));
      await vi.waitUntil(
        async () => (await handle.query<FollowState>('standing')).seq === row!.seq,
        { timeout: 60_000, interval: 100 },
      );
    }
    expect(running.pids().every(({ runs }) => runs)).toBe(true);
  }, 120_000);
});
