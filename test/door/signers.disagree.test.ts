import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findInboxOfRun } from '../../db/queries/inbox-of-run.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, institutionOf, openTestDoor, startTestRun } from '../support/door.js';

const definition = tiny([
  { id: 'sign', by: ['office', 'other'], outcomes: ['yes', 'later'] },
  { id: 'after', when: 'sign:yes' },
]);

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [definition]);
});
afterAll(() => database.drop());

it('signers who disagree both have the step in their inbox until one of them comes round', async () => {
  const { runId } = await startTestRun(door, definition);
  let acts = 0;
  const sign = async (role: string, outcome: string) => {
    acts += 1;
    accepted(await answer(door, runId, role, 'sign', outcome, { actId: `sign-${acts}` }));
  };
  const waiting = async () => {
    const found = await Promise.all(
      ['office', 'other'].map((role) =>
        findInboxOfRun(database.db.sql, institutionOf(role), runId),
      ),
    );
    return found.flat().map(({ step, role }) => `${step} ${role}`);
  };
  await sign('office', 'yes');
  expect(await waiting()).toEqual(['sign other']);
  await sign('other', 'later');
  expect(await waiting()).toEqual(['sign office', 'sign other']);
  await sign('other', 'yes');
  expect(await waiting()).toEqual(['after office']);
  expect((await rebuild(door, { write: false })).differences).toEqual([]);
});
