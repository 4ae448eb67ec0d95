import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readProjections } from '../../db/queries/projections.js';
import { commitDue } from '../../door/commit-due.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openTestDoor, startTestRun } from '../support/door.js';

const HOUR = 3_600_000;
/** What the first lapse opens is due at the same instant: one step stays open overdue, one is closed by silence. */
const chain = tiny(
  [
    { id: 'first', deadline: { length: 1, silence: 'L3', lapse: 'done' } },
    { id: 'overdue', when: 'first:done', deadline: { length: 0 } },
    { id: 'closed', when: 'first:done', deadline: { length: 0, silence: 'L3', lapse: 'done' } },
    { id: 'last', when: 'closed:done', outcomes: [{ id: 'done', ends: 'over' }] },
  ],
  { id: 'invented-chain' },
);

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [chain]);
});
afterAll(() => database.drop());

test('a step that is opened and falls due in one statement is in the inbox as the last act left it', async () => {
  const rehearsalAt = Date.now();
  const { runId } = await startTestRun(door, chain, { rehearsalAt });
  const { entered } = await commitDue(door, runId, rehearsalAt + 2 * HOUR);
  expect(entered).toBeGreaterThan(2);
  const stands = await readProjections(database.db.sql, runId);
  const row = (id: string) => stands?.steps.find(({ step }) => step === id);
  expect(row('overdue')).toMatchObject({ status: 'open' });
  expect(row('overdue')?.lapsedAt).not.toBeNull();
  expect(row('closed')).toMatchObject({ status: 'closed', bySilence: true, outcome: 'done' });
  expect((await rebuild(door, { write: false })).differences).toEqual([]);
});
