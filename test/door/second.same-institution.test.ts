import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { writeActs } from '../../db/queries/write-acts.js';
import { createBatch, enter, writesOf } from '../../door/batch.js';
import type { Door } from '../../door/door.js';
import { getDefinition, rememberRun } from '../../door/known-runs.js';
import { pairs } from '../fixtures/pairs.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  accepted,
  answer,
  institutionOf,
  inventedInstitutions,
  openTestDoor,
  startTestRun,
} from '../support/door.js';

const NEXT = 'invented-next-office';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [pairs]);
  const [office] = inventedInstitutions(pairs);
  await saveInstitutions(database.db, [{ ...office!, id: NEXT }]);
});
afterAll(() => database.drop());

let acts = 0;
const found = (runId: string, institution: string, account: string, more: object = {}) => {
  acts += 1;
  const actor = { institution, access: 'officer', account };
  return answer(door, runId, 'office', 'find', 'found', { actId: `${acts}`, actor, ...more });
};

/** As the door entered it before decision 0099: what waits was said to wait on. */
async function passOn(runId: string): Promise<void> {
  const run = (await rememberRun(door, runId))!;
  const batch = createBatch(await getDefinition(door, run), run);
  const binding = { institution: NEXT, country: 'MX', timeZone: 'America/Mexico_City' };
  const at = door.clock.now();
  const actor = { institution: institutionOf('office'), access: 'case-lead', account: 'lead' };
  const act = { type: 'role-reassigned', role: 'office', binding, at } as const;
  await enter(door, batch, runId, { actId: 'passed-on', actor }, act);
  const { written } = await writeActs(door.db.sql, writesOf(batch));
  expect(written).toContain(runId);
  door.runs.delete(runId);
}

it('an answer that waited when its step passed on is confirmed by nobody of another institution', async () => {
  const { runId } = await startTestRun(door, pairs);
  const { seq } = accepted(await found(runId, institutionOf('office'), 'first-invented'));
  await passOn(runId);
  for (const meant of [undefined, { confirms: seq }]) {
    const given = await found(runId, NEXT, 'second-invented', meant ? { meant } : {});
    expect(given).toMatchObject({ ok: false, refusal: { code: 'answer-changed' } });
  }
  // Another answer takes its place, and is theirs.
  const other = { type: 'step-completed', step: 'find', opening: 1, role: 'office' } as const;
  const act = { ...other, outcome: 'nothing' };
  accepted(await found(runId, NEXT, 'second-invented', { act }));
  accepted(await found(runId, NEXT, 'second-invented'));
  const { state } = accepted(await found(runId, NEXT, 'third-invented'));
  expect(state.steps.find).toMatchObject({ outcome: 'found' });
});
