import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { act, followedRun, notice, until } from './follow.js';
import { type Follower, startFollower } from './follower.js';

let follower: Follower;

beforeAll(async () => {
  follower = await startFollower();
});
afterAll(() => follower?.stop());
beforeEach(() => {
  follower.does.sendNotices = async () => {};
});

const noticesOf = (runId: string) =>
  follower.asked.notices
    .filter((input) => input.runId === runId)
    .flatMap((input) => input.acts.map((told) => told.seq));

test('a history begun anew at every act loses nothing and does nothing twice', async () => {
  const run = followedRun(follower, { renewAfter: 1 });
  const nextDueAt = Date.now() + 3_600_000;
  const executions = new Set<string>();
  for (let seq = 1; seq < 7; seq += 1) {
    await run.tell(act(seq, { notices: [notice(0)], nextDueAt, stage: 'only-stage' }));
    await until(async () => {
      const { effects, ...standing } = await run.standing();
      executions.add((await run.handle.describe()).runId);
      return standing.seq === seq && !effects;
    });
  }
  expect(await run.standing()).toEqual({
    seq: 6,
    open: [{ step: 'step-6', institution: 'invented-office' }],
    stage: 'only-stage',
    nextDueAt,
  });
  await run.tell(act(7, { ended: 'over', open: [], notices: [notice(0)] }));
  expect(await run.handle.result()).toEqual({ seq: 7, ending: 'over' });
  expect(executions.size).toBeGreaterThanOrEqual(6);
  expect(noticesOf(run.runId)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('acts told faster than histories begin anew are all followed', async () => {
  const run = followedRun(follower, { renewAfter: 1 });
  const seqs = Array.from({ length: 40 }, (_, index) => index + 1);
  await Promise.all(seqs.map((seq) => run.tell(act(seq, { notices: [notice(0)] }))));
  follower.does.loadActs = async ({ afterSeq }) => [act(afterSeq + 1, { notices: [notice(0)] })];
  await until(async () => (await run.standing()).seq === 40);
  await run.tell(act(41, { ended: 'over', open: [] }));
  expect(await run.handle.result()).toEqual({ seq: 41, ending: 'over' });
  expect([...new Set(noticesOf(run.runId))].sort((a, b) => a - b)).toEqual(seqs);
});

test('effects under way are handed over when the history must not wait for them', async () => {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  follower.does.sendNotices = () => opened;
  const run = followedRun(follower, { renewAfter: 1 });
  await run.tell(act(1, { notices: [notice(0)] }));
  await until(async () => (await run.standing()).seq === 1);
  const first = (await run.handle.describe()).runId;
  await run.tell(act(2));
  await until(async () => (await run.handle.describe()).runId !== first);
  expect(await run.standing()).toMatchObject({
    seq: 2,
    effects: [{ kind: 'notices', acts: [{ seq: 1, notices: [notice(0)] }] }],
  });
  await run.tell(act(3, { ended: 'over', open: [] }));
  open();
  expect(await run.handle.result()).toEqual({ seq: 3, ending: 'over' });
  expect(noticesOf(run.runId).every((seq) => seq === 1)).toBe(true);
});
