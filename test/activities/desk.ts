import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { inject } from 'vitest';
import { createActivities } from '../../activities/create-activities.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { Door } from '../../door/door.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import { createMailTransport, type MailTransport } from '../../platform/mail/transport.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { RunActivities, SystemActivities } from '../../protocols/ports.js';
import { fact, tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { inventedInstitutions, openTestDoor } from '../support/door.js';

const label = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const field = (id: string, category: 'D1' | 'D2' | 'D6') =>
  ({ id, category, type: 'text', label }) as const;

/**
 * A step with a form of three compartments that shares the name, then a step of the other role, and one that tells the
 * other role that all is off.
 */
export const lending: Definition = {
  ...tiny(
    [
      {
        id: 'ask',
        deadline: { length: 10, unit: 'hours' },
        form: [field('name', 'D1'), field('address', 'D2'), field('testimony', 'D6')],
        outcomes: ['told', { id: 'again', keepsOpen: true }],
        shares: [
          {
            id: 'name-only',
            to: 'other',
            categories: ['D1'],
            purpose: label,
            ground: source,
            on: ['told'],
            unless: 'objection',
            acknowledge: { length: 24, unit: 'hours', source },
          },
        ],
      },
      { id: 'reply', by: 'other', when: 'ask:told', outcomes: ['done'] },
      {
        id: 'call-off',
        when: 'ask:told',
        outcomes: ['off'],
        shares: [
          {
            id: 'news',
            to: 'other',
            categories: ['D1'],
            purpose: label,
            ground: source,
            onlyIfReached: true,
          },
        ],
      },
    ],
    {
      facts: [fact('objection')],
      events: [{ id: 'objected', title: label, by: 'anyone', sets: ['objection'] }],
    },
  ),
};

/** Activities over a real database and a real mail server, without an engine. */
export interface Desk {
  readonly database: TestDatabase;
  readonly door: Door;
  readonly catcher: MailCatcher;
  readonly does: RunActivities & SystemActivities;
  /** The same as another process would have them: own transport, own idea of the mail server. */
  another(smtpUrl?: string): RunActivities & SystemActivities;
  stateOf(runId: string, seq: number, n?: number): Promise<string | undefined>;
  close(): Promise<void>;
}

export async function openDesk(
  definition: Definition = lending,
  options: { readonly mailIsCaught?: boolean } = {},
): Promise<Desk> {
  const database = await createTestDatabase(inject('postgresUrl'));
  const door = await openTestDoor(database, [definition]);
  const rows = inventedInstitutions(definition);
  await saveInstitutions(
    database.db,
    rows.map((row) => ({ ...row, email: `${row.id}@oficina-inventada.example` })),
  );
  await door.directory.reload();
  const store = await mkdtemp(join(tmpdir(), 'retorno-desk-'));
  const catcher = await startMailCatcher({ store });
  const transports: MailTransport[] = [];
  const messageIdKey = randomBytes(32);
  const another = (smtpUrl = catcher.smtpUrl): RunActivities & SystemActivities => {
    const mail = createMailTransport({
      smtpUrl,
      from: 'Retorno <avisos@retorno.example>',
      connectTimeout: 2000,
    });
    transports.push(mail);
    const activities = createActivities({
      door,
      mail,
      mailIsCaught: options.mailIsCaught ?? true,
      retention: { contact: 90, protection: 365, identity: 730 },
      publicUrl: 'https://retorno.example',
      messageIdKey,
      webhooksToLoopback: true,
      stopping: new AbortController().signal,
      reconcile: async () => ({ compared: 0, restarted: 0, caughtUp: 0, ended: 0 }),
    });
    return inContext(activities);
  };
  return {
    database,
    door,
    catcher,
    does: another(),
    another,
    async stateOf(runId, seq, n = 0) {
      const [row] = await database.db.sql<{ state: string }[]>`
        select state from notices where run_id = ${runId} and seq = ${seq} and n = ${n}`;
      return row?.state;
    },
    async close() {
      for (const transport of transports) transport.close();
      await catcher.stop();
      await database.drop();
      await rm(store, { recursive: true, force: true });
    },
  };
}

/** Failures are what several tests are about; their log would hide everything else. */
const logger = new DefaultLogger('ERROR', () => {});

/** Every activity in an activity context of its own, as a worker gives it. */
function inContext<T extends object>(activities: T): T {
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      (...args: unknown[]) =>
        new MockActivityEnvironment({ activityId: randomUUID() }, { logger }).run(
          activity,
          ...args,
        ),
    ]),
  ) as T;
}
