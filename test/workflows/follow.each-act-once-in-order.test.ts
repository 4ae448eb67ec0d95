import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FollowState, RECONCILED } from '../../protocols/messages.js';
import { act, followedRun, notice, until } from './follow.js';
import { type Follower, startFollower } from './follower.js';

let follower: Follower;

beforeAll(async () => {
  follower = await startFollower();
});
afterAll(() => follower?.stop());

/** Which acts' notices were asked for in a run, in order. */
const noticesOf = (runId: string) =>
  follower.asked.notices
    .filter((input) => input.runId === runId)
    .flatMap((input) => input.acts.map((told) => told.seq));

/** Following an act begins its effects; they are over a moment later. */
const followedTo = (standing: FollowState, seq: number) =>
  standing.seq === seq && !standing.effects?.length;

const told = (seq: number) => act(seq, { notices: [notice(0)] });

test('acts told in any order and twice are followed once and in order', async () => {
  const run = followedRun(follower);
  await run.tell(told(3), told(1), told(2), told(1));
  await run.tell(told(2), told(4), told(4));
  await run.tell(act(5, { ended: 'over', open: [], notices: [notice(0)] }));
  expect(await run.handle.result()).toEqual({ seq: 5, ending: 'over' });
  expect(noticesOf(run.runId)).toEqual([1, 2, 3, 4, 5]);
  expect(follower.asked.loads.some((input) => input.runId === run.runId)).toBe(false);
});

test('acts that were missed are fetched from the facts, with their effects', async () => {
  const run = followedRun(follower);
  follower.does.loadActs = async ({ afterSeq }) =>
    [2, 3, 4, 5].filter((seq) => seq > afterSeq).map(told);
  await run.tell(told(1));
  await run.tell(told(4));
  await until(async () => followedTo(await run.standing(), 5));
  expect(noticesOf(run.runId)).toEqual([1, 2, 3, 4, 5]);
  expect(follower.asked.loads).toContainEqual({ runId: run.runId, afterSeq: 1 });
});

test('a workflow started late fetches the run from its beginning, page by page', async () => {
  const run = followedRun(follower);
  follower.does.loadActs = async ({ afterSeq }) => [told(afterSeq + 1), told(afterSeq + 2)];
  await run.tell(told(6));
  await until(async () => followedTo(await run.standing(), 6));
  expect(noticesOf(run.runId)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the word of the reconciler brings no effects of its own: the last act is fetched too', async () => {
  const run = followedRun(follower);
  follower.does.loadActs = async () => [told(2)];
  await run.tell(told(1));
  await run.tell(act(2, { name: RECONCILED }));
  await until(async () => followedTo(await run.standing(), 2));
  expect(noticesOf(run.runId)).toEqual([1, 2]);
});

test('acts the facts do not have yet are waited for', async () => {
  const run = followedRun(follower);
  let tries = 0;
  follower.does.loadActs = async () => {
    tries += 1;
    if (tries < 3) throw ApplicationFailure.retryable('not yet', 'ACTS_MISSING');
    return [told(1)];
  };
  await run.tell(told(2));
  await until(async () => followedTo(await run.standing(), 2));
  expect(tries).toBe(3);
});

test('a signal without acts changes nothing', async () => {
  const run = followedRun(follower);
  await run.tell(told(1));
  await run.handle.signal('stray', { not: 'acts' });
  await run.handle.signal('stray');
  await run.tell(told(2));
  await until(async () => followedTo(await run.standing(), 2));
  expect((await run.events()).includes('task-failed')).toBe(false);
});
