import type { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowMessage } from '../../protocols/messages.js';
import { ACTIVITY_FAILURES } from '../../protocols/ports.js';
import { accepted, answer, startTestRun } from '../support/door.js';
import { type Desk, lending, openDesk } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

async function answered(): Promise<string> {
  const { runId } = await startTestRun(desk.door, lending);
  accepted(await answer(desk.door, runId, 'office', 'ask', 'told'));
  accepted(await answer(desk.door, runId, 'other', 'reply', 'done'));
  return runId;
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as ApplicationFailure).type,
  );

test('messages made from the facts are those the relay would have told', async () => {
  const runId = await answered();
  const rows = await desk.database.db.sql<{ message: string }[]>`
    select message::text from outbox where run_id = ${runId} order by seq`;
  const told = rows.map((row) => JSON.parse(row.message) as FollowMessage);
  expect(told).toHaveLength(3);
  expect(told[0]!.notices).toHaveLength(1);
  expect(told[1]!.releases).toHaveLength(1);
  expect(await desk.does.loadActs({ runId, afterSeq: 0 })).toEqual(told);
  expect(await desk.does.loadActs({ runId, afterSeq: 2 })).toEqual(told.slice(2));
});

test('effects that were carried out are left out', async () => {
  const runId = await answered();
  await desk.does.sendNotices({ runId, acts: [{ seq: 1, notices: [0] }] });
  await desk.does.releaseData({ runId, share: 'ask#1:name-only' });
  const [first, second] = await desk.does.loadActs({ runId, afterSeq: 0 });
  expect(first!.notices).toEqual([]);
  expect(second!.releases).toEqual([]);
  // The steps of both roles that the answer opened are still to be told.
  expect(second!.notices).toHaveLength(2);
});

test('a packet whose recipient was not told yet is still to be carried out', async () => {
  const runId = await answered();
  const withoutMail = desk.another('smtp://127.0.0.1:9');
  const share = 'ask#1:name-only';
  expect(await failureOf(withoutMail.releaseData({ runId, share }))).toBe(
    ACTIVITY_FAILURES.mailUnavailable,
  );
  const [, second] = await desk.does.loadActs({ runId, afterSeq: 0 });
  expect(second!.releases).toEqual([{ share, to: 'invented-other' }]);
  await desk.does.releaseData({ runId, share });
  expect((await desk.does.loadActs({ runId, afterSeq: 1 }))[0]!.releases).toEqual([]);
});

test('a run that is not there fails for good; an act that is not there is asked for again', async () => {
  const { runId } = await startTestRun(desk.door, lending);
  expect(await failureOf(desk.does.loadActs({ runId: 'none', afterSeq: 0 }))).toBe(
    ACTIVITY_FAILURES.runUnknown,
  );
  expect(await failureOf(desk.does.loadActs({ runId, afterSeq: 1 }))).toBe(
    ACTIVITY_FAILURES.actsMissing,
  );
});
