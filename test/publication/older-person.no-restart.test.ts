import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { childEnvironment } from '../../cli/up/child-environment.js';
import { type AccessRole, createToken } from '../../db/queries/access-tokens.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { readTimeline } from '../../db/queries/timeline.js';
import { type Door, openDoor } from '../../door/door.js';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import { connectClient } from '../../platform/temporal/connection.js';
import { registerSearchAttributes } from '../../platform/temporal/search-attributes.js';
import { createVault } from '../../platform/vault/vault.js';
import type { Definition } from '../../protocols/language/definition.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { SHIPPED } from '../../protocols/registry.js';
import { inventAnswers } from '../../rehearsal/invented-answers.js';
import { type Player, play } from '../../rehearsal/player.js';
import { playScene } from '../../rehearsal/scene.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import { adultDeporteeScenes } from '../protocols/adult-deportee/scenes.js';
import { bindingsOf, institutionsOf } from '../protocols/two-states.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { TEST_PACE, TEST_PACE_SETTING } from '../support/door.js';
import { testSettings } from '../support/servers.js';
import { until } from '../workflows/follow.js';
import { type Running, retorno, startProcesses } from './processes.js';
import { YEAR_AT_HOME } from './scene.js';

const FILE = fileURLToPath(
  new URL('../../examples/protocols/older-person-return.yaml', import.meta.url),
);
const definition = parse(readFileSync(FILE, 'utf8')) as Definition;
const ID = definition.id;
const AUTHOR = 'inventada-rector';
const SECOND = 'inventada-mon';

let folder: string;
let database: TestDatabase;
let door: Door;
let client: Client;
let catcher: MailCatcher;
let namespace: string;
let running: Running;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const temporalAddress = inject('temporalAddress');
  folder = mkdtempSync(join(tmpdir(), 'retorno-publication-'));
  namespace = `publication-${randomUUID().slice(0, 8)}`;
  const settings = testSettings({ RETORNO_DATA_DIR: folder, TEMPORAL_NAMESPACE: namespace });
  await ensureNamespace(temporalAddress, namespace, 1, () => false);
  database = await createTestDatabase(inject('postgresUrl'));
  catcher = await startMailCatcher({ store: join(folder, 'mail'), cap: 100_000 });
  for (const of of [...SHIPPED, definition])
    await saveInstitutions(database.db, institutionsOf(of));
  door = await openDoor(database.db, createVault(settings.secrets.masterKeys), {
    series: TEST_PACE,
  });
  await door.definitions.publishShipped(SHIPPED);
  client = await connectClient(settings, temporalAddress);
  await registerSearchAttributes(client.connection, namespace);
  const services = { databaseUrl: database.url, temporalAddress, smtpUrl: catcher.smtpUrl };
  const env = childEnvironment(
    settings,
    { ...services, stop: async () => {} },
    'http://127.0.0.1:8080',
  );
  running = await startProcesses(
    { ...env, LOG_LEVEL: 'info', RETORNO_SERIES: TEST_PACE_SETTING },
    folder,
  );
});
afterAll(async () => {
  await running?.stop();
  await client?.connection.close();
  await catcher?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function tokenOf(institution: string, role: AccessRole): Promise<string> {
  const known = tokens.get(`${institution}/${role}`);
  if (known) return known;
  const { token } = await createToken(database.db, { institution, role, label: 'inventada' });
  tokens.set(`${institution}/${role}`, token);
  return token;
}

/** `retorno protocol …` as an administrator at one of the two APIs. */
async function protocol(api: 0 | 1, who: string, ...args: string[]) {
  return retorno(running.apis[api], await tokenOf(who, 'admin'), 'protocol', ...args);
}

/** The definition with one safeguard broken, as a file. */
function faultyFile(): string {
  const steps = definition.steps.map((step) =>
    step.id === 'departure'
      ? { ...step, requires: step.requires!.filter((fact) => fact !== 'fitToTravel') }
      : step,
  );
  const path = join(folder, 'faulty.yaml');
  writeFileSync(path, stringify({ ...definition, steps }, { aliasDuplicateObjects: false }));
  return path;
}

const idsOf = (of: Definition) =>
  Object.fromEntries(
    Object.entries(bindingsOf(of)).map(([role, { institution }]) => [role, institution]),
  );

/** A request to one of the APIs. */
async function ask<T>(
  api: 0 | 1,
  institution: string,
  role: AccessRole,
  path: string,
  body?: object,
) {
  const response = await fetch(`${running.apis[api]}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await tokenOf(institution, role)}`,
      'idempotency-key': randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as T };
}

describe('a protocol nobody shipped', () => {
  const other = adultDeporteeScenes[0]!;
  let others: { player: Player; half: number }[];
  let before: readonly { pid: number | undefined }[];

  test('begins while runs of another protocol are under way', async () => {
    before = running.pids().map(({ pid }) => ({ pid }));
    const adult = (await door.definitions.findCurrent('adult-deportee'))!.definition;
    const half = Math.floor(other.beats.length / 2);
    others = await Promise.all(
      [0, 1].map(async () => {
        const player = await play(
          { door, client, namespace },
          {
            protocol: adult.id,
            bindings: idsOf(adult),
            ...(other.attributes ? { attributes: other.attributes } : {}),
          },
        );
        await playScene(player, other.beats.slice(0, half));
        return { player, half };
      }),
    );
    for (const { player } of others) expect((await player.state()).ending).toBeUndefined();
  });

  test('is refused for a safeguard that is broken, with the way there in words', async () => {
    const drafted = await protocol(0, AUTHOR, 'draft', faultyFile());
    expect(drafted.code).toBe(1);
    expect(drafted.out).toContain('✘ INV-A11 steps/departure/requires');
    expect(drafted.out).toContain('Así se llega:');
    expect(drafted.out).toMatch(/\d\. .*«Salida» \(departure\)/);
    const submitted = await protocol(1, AUTHOR, 'submit', ID);
    expect(submitted.code).toBe(1);
    expect(submitted.err).toContain('[definition-faulty]');
    expect(submitted.err).toContain('fitToTravel');
    process.stdout.write(`${drafted.out}\n${submitted.err}\n`);
  });

  test('is corrected, and neither its author nor anybody before an approval puts it into force', async () => {
    const corrected = await protocol(1, AUTHOR, 'draft', FILE, '--replace');
    expect([corrected.code, corrected.err]).toEqual([0, '']);
    expect((await protocol(0, AUTHOR, 'submit', ID)).code).toBe(0);
    const own = await protocol(0, AUTHOR, 'approve', ID);
    expect(own.err).toContain('[definition-own-work]');
    const early = await protocol(1, SECOND, 'publish', ID);
    expect(early.err).toContain('[definition-not-approved]');
    expect(await door.definitions.findCurrent(ID)).toBeUndefined();
  });

  test('is approved by a second person and published', async () => {
    const approved = await protocol(1, SECOND, 'approve', ID, '--reasons', 'Leído y ensayado.');
    expect([approved.code, approved.err]).toEqual([0, '']);
    const published = await protocol(0, AUTHOR, 'publish', ID);
    expect(published.out).toContain(`${ID}: versión 1 en vigor`);
    const listed = await protocol(1, SECOND, 'list');
    expect(listed.out).toContain(`${ID}: versión 1 en vigor`);
    process.stdout.write(published.out);
  });

  test('starts at once at both APIs, reaches the next inbox and mailbox, under its own workflow type', async () => {
    const bindings = idsOf(definition);
    for (const api of [0, 1] as const) {
      const elsewhere = (1 - api) as 0 | 1;
      const mails = catcher.list({ limit: 1 }).total;
      const begun = await ask<{ run: { run: string } }>(api, AUTHOR, 'case-lead', '/v1/runs', {
        protocol: ID,
        bindings,
      });
      expect(begun.status).toBe(201);
      const { run } = begun.body.run;
      const step = definition.steps.find(({ id }) => id === 'request')!;
      const answered = await ask(
        elsewhere,
        bindings.IOM!,
        'officer',
        `/v1/runs/${run}/steps/request/complete`,
        {
          opening: 1,
          outcome: 'received',
          answers: inventAnswers(step.form ?? [], 'received', Date.now()),
        },
      );
      expect(answered.status).toBe(200);
      const inbox = await ask<{ items: { run: string; step: string }[] }>(
        api,
        bindings.IOM!,
        'officer',
        '/v1/inbox?limit=100',
      );
      const open = inbox.body.items.filter((item) => item.run === run).map((item) => item.step);
      expect(open.sort()).toEqual(['information-counselling', 'who-travels'].sort());
      const handle = client.workflow.getHandle(workflowIdOf(ID, run));
      await until(async () =>
        handle.query<{ seq: number }>('standing').then(
          ({ seq }) => seq === 2,
          () => false,
        ),
      );
      expect((await handle.describe()).type).toBe(`protocol:${ID}`);
      await until(async () => catcher.list({ limit: 1 }).total > mails);
    }
  });

  test('runs to its end, a year at home included, while the other runs go on to theirs', async () => {
    const player = await play(
      { door, client, namespace },
      { protocol: ID, bindings: idsOf(definition) },
    );
    await Promise.all([
      playScene(player, YEAR_AT_HOME),
      ...others.map(({ player: one, half }) => playScene(one, other.beats.slice(half))),
    ]);
    const state = await player.state();
    expect(state.ending?.id).toBe('settled-at-home');
    for (const { player: one } of others) expect((await one.state()).ending?.id).toBe(other.ends);
    const entries = await readTimeline(database.db.sql, player.runId);
    const held = entries
      .flatMap(({ releases }) => releases)
      .filter((one) => one.state === 'suppressed');
    expect(held.map(({ share }) => share)).toEqual([expect.stringContaining('care-service')]);
    const visits = entries.filter(
      ({ act }) => act.type === 'step-completed' && act.step === 'health-visit',
    );
    expect(visits).toHaveLength(4);
    const result = await client.workflow.getHandle(workflowIdOf(ID, player.runId)).result();
    expect(result).toMatchObject({ ending: 'settled-at-home' });
    const nameOf = (id: string) => door.directory.find(id)?.nameEs ?? id;
    await door.directory.reload();
    const options = { language: 'es', timeZone: 'America/Mexico_City', nameOf } as const;
    process.stdout.write(tellTimeline(definition, entries, options));
  }, 300_000);

  test('needed no process to be started again', () => {
    expect(running.pids()).toEqual(before.map(({ pid }) => ({ pid, runs: true })));
  });
});
