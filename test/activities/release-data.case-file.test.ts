import { afterAll, beforeAll, expect, test } from 'vitest';
import { getPersonKeys, packetKey } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import { firstPath, hiddenPath, secondPath } from '../fixtures/two-protocols.js';
import { accepted, answer, openTestDoor, startTestRun } from '../support/door.js';
import { type Desk, openDesk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(firstPath);
  await openTestDoor(desk.database, [firstPath, secondPath, hiddenPath]);
  await desk.door.directory.reload();
  await desk.database.db
    .sql`update institutions set active = false where id in ('invented-doctor', 'invented-helper')`;
});
afterAll(() => desk?.close());

const FIRST = { name: 'Persona Inventada', story: 'Relato inventado' };
const HIDDEN = { name: 'Nombre Protegido', alias: 'Alias Inventado' };

/** Answers the step that moves the person and gives the run that carries on. */
async function move(runId: string, step: string, outcome: string, values: object): Promise<string> {
  const { state } = accepted(
    await answer(desk.door, runId, 'office', step, outcome, {
      answers: { form: step, values: { ...values } },
      act: {
        type: 'step-completed',
        step,
        opening: 1,
        outcome,
        role: step === 'look' ? 'office' : 'keeper',
      },
    }),
  );
  return state.ending!.continues!.run!;
}

async function packetOf(runId: string, share: string): Promise<Packet> {
  await desk.does.releaseData({ runId, share });
  const [row] = await desk.database.db.sql<
    { person: string; packet: Buffer; categories: Category[] }[]
  >`
    select r.person_id as person, x.packet, x.categories from releases x join runs r on r.id = x.run_id
    where x.run_id = ${runId} and x.share = ${share}`;
  const keys = await getPersonKeys(desk.door, row!.person);
  return JSON.parse(
    unseal(packetKey(keys, row!.categories), row!.packet, packetPlace(runId, share)).toString(),
  ) as Packet;
}

const tell = (runId: string) =>
  answer(desk.door, runId, 'clinic', 'middle', 'done', {
    answers: { form: 'middle', values: { age: 'Quince, dice' } },
    act: { type: 'step-completed', step: 'middle', opening: 1, outcome: 'done', role: 'doctor' },
  });

test('what was answered before a re-route is shared from the new run, in the categories it names', async () => {
  const { runId } = await startTestRun(desk.door, firstPath);
  const next = await move(runId, 'look', 'other-path', FIRST);
  accepted(await tell(next));
  const packet = await packetOf(next, 'middle#1:name');
  expect(packet.fields).toEqual({ name: 'Persona Inventada', age: 'Quince, dice' });
});

test('what was written under protected handling is never in a packet of another protocol; what came before is', async () => {
  const { runId } = await startTestRun(desk.door, firstPath);
  const hidden = await move(runId, 'look', 'hidden-path', FIRST);
  const next = await move(hidden, 'shelter', 'back', HIDDEN);
  accepted(await tell(next));
  const packet = await packetOf(next, 'middle#1:name');
  expect(packet.fields).toEqual({ name: 'Persona Inventada', age: 'Quince, dice' });
  expect(JSON.stringify(packet)).not.toMatch(/Protegido|Alias/);
});

test('within protected handling the whole file is at hand', async () => {
  const { runId } = await startTestRun(desk.door, firstPath);
  const hidden = await move(runId, 'look', 'hidden-path', FIRST);
  accepted(
    await answer(desk.door, hidden, 'office', 'shelter', 'safe', {
      answers: { form: 'shelter', values: { alias: 'Alias Inventado' } },
      act: { type: 'step-completed', step: 'shelter', opening: 1, outcome: 'safe', role: 'keeper' },
    }),
  );
  const packet = await packetOf(hidden, 'shelter#1:name');
  expect(packet.fields).toEqual({ name: 'Persona Inventada', alias: 'Alias Inventado' });
});
