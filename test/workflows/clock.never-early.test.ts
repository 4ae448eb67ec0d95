import { afterAll, beforeAll, expect, test } from 'vitest';
import { fastForward } from '../../platform/temporal/time-skipping.js';
import { testNamespace } from '../support/servers.js';
import { act, type FollowedRun, followedRun, until } from './follow.js';
import { type Follower, startFollower } from './follower.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let follower: Follower;

beforeAll(async () => {
  follower = await startFollower();
});
afterAll(() => follower?.stop());

const asksOf = (runId: string) => follower.asked.due.filter((input) => input.runId === runId);
const forward = (run: FollowedRun, ms: number) =>
  fastForward(follower.client, testNamespace, run.handle.workflowId, ms);
const dueAfter = (seq: number, nextDueAt: number | undefined) => act(seq, { nextDueAt });
const reach = (run: FollowedRun, seq: number) =>
  until(async () => (await run.standing()).seq === seq);

/** The most timers that were alive between two workflow tasks. */
function mostAlive(events: readonly string[]): number {
  let alive = 0;
  let most = 0;
  for (const event of events) {
    if (event === 'timer-started') alive += 1;
    if (event === 'timer-canceled' || event === 'timer-fired') alive -= 1;
    if (event === 'task-scheduled') most = Math.max(most, alive);
  }
  return Math.max(most, alive);
}

test('there is one live timer; a later instant leaves it, an earlier one replaces it', async () => {
  const run = followedRun(follower);
  const now = Date.now();
  const instants = [5, 6, 9, 3, 8, 2].map((hours) => now + hours * HOUR);
  for (const [index, instant] of instants.entries()) {
    await run.tell(dueAfter(index + 1, instant));
    await reach(run, index + 1);
  }
  const events = await run.events();
  expect(mostAlive(events)).toBe(1);
  expect(events.filter((event) => event === 'timer-started')).toHaveLength(3);
  expect(await run.standing()).toMatchObject({ nextDueAt: now + 2 * HOUR });
});

test('a timer that rings with nothing due is armed again and asks for nothing', async () => {
  const run = followedRun(follower);
  const now = Date.now();
  await run.tell(dueAfter(1, now + HOUR));
  await run.tell(dueAfter(2, now + 3 * HOUR));
  await reach(run, 2);
  await forward(run, 2 * HOUR);
  expect(asksOf(run.runId)).toEqual([]);
  await forward(run, 1.5 * HOUR);
  expect(asksOf(run.runId)).toHaveLength(1);
});

test('what the sweep commits in time costs no question: the timer is set anew', async () => {
  const run = followedRun(follower);
  await run.tell(dueAfter(1, Date.now() + 500));
  await reach(run, 1);
  await run.tell(dueAfter(2, Date.now() + HOUR));
  await reach(run, 2);
  await forward(run, 10 * MINUTE);
  expect(asksOf(run.runId)).toEqual([]);
  expect((await run.events()).filter((event) => event === 'timer-fired')).toEqual([]);
});

test('while the database says an instant is not reached it is asked again, every five minutes', async () => {
  const run = followedRun(follower);
  const due = Date.now() + HOUR;
  // The workflow's clock is moved; the database's stays behind by hours.
  follower.does.commitDue = async () => ({ nextDueAt: due, now: due - 55 * MINUTE });
  await run.tell(dueAfter(1, due));
  await forward(run, 2 * HOUR);
  const asked = asksOf(run.runId).length;
  expect(asked).toBeGreaterThanOrEqual(11);
  expect(asked).toBeLessThanOrEqual(13);
  expect(await run.standing()).toMatchObject({ seq: 1, nextDueAt: due });

  follower.does.commitDue = async () => ({ now: due + 1 });
  await forward(run, 2 * HOUR);
  expect(asksOf(run.runId)).toHaveLength(asked + 1);
});

test('a database a moment behind is asked a moment later, not in a loop', async () => {
  const run = followedRun(follower);
  const due = Date.now() + HOUR;
  let asked = 0;
  follower.does.commitDue = async () => {
    asked += 1;
    return asked <= 3 ? { nextDueAt: due, now: due - 10 } : { now: due + 1 };
  };
  await run.tell(dueAfter(1, due));
  await forward(run, HOUR + 4000);
  expect(asked).toBe(2);
  await forward(run, MINUTE);
  expect(asked).toBe(4);
});

test('a rehearsal is judged by the clock of its workflow', async () => {
  const run = followedRun(follower, { rehearsal: true });
  const due = Date.now() + 40 * 24 * HOUR;
  follower.does.commitDue = async ({ rehearsalAt = 0 }) => ({ now: rehearsalAt });
  await run.tell(dueAfter(1, due));
  await forward(run, 41 * 24 * HOUR);
  const [ask] = asksOf(run.runId);
  expect(ask?.rehearsalAt).toBeGreaterThanOrEqual(due);
  expect(ask?.rehearsalAt).toBeLessThan(due + MINUTE);
});
