import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ACTIVITY_FAILURES } from '../../protocols/ports.js';
import { act, followedRun, notice, until } from './follow.js';
import { type Follower, startFollower } from './follower.js';

let follower: Follower;

beforeAll(async () => {
  follower = await startFollower();
});
afterAll(() => follower?.stop());
beforeEach(() => {
  follower.does.sendNotices = async () => {};
  follower.does.releaseData = async () => {};
});

test('with the mail server down acts are followed, and the notices go out afterwards', async () => {
  let isDown = true;
  const sent: number[] = [];
  follower.does.sendNotices = async (input) => {
    if (isDown) throw ApplicationFailure.retryable('down', ACTIVITY_FAILURES.mailUnavailable);
    sent.push(...input.acts.map((told) => told.seq));
  };
  const run = followedRun(follower);
  for (const seq of [1, 2, 3]) await run.tell(act(seq, { notices: [notice(0)] }));
  await run.tell(act(4, { notices: [notice(0)], ended: 'over', open: [] }));
  await until(async () => (await run.standing()).seq === 4);
  expect(sent).toEqual([]);
  expect((await run.handle.describe()).status.name).toBe('RUNNING');
  isDown = false;
  expect(await run.handle.result()).toEqual({ seq: 4, ending: 'over' });
  expect(sent.sort()).toEqual([1, 2, 3, 4]);
});

test('the notices of acts handed over together go out in one activity, each share in its own', async () => {
  const run = followedRun(follower);
  const share = (name: string) => ({ share: `a#1:${name}`, to: 'invented-office' });
  await run.tell(
    act(1, { notices: [notice(0), notice(1)] }),
    act(2),
    act(3, { notices: [notice(0)], releases: [share('one'), share('two')] }),
    act(4, { ended: 'over', open: [] }),
  );
  await run.handle.result();
  expect(follower.asked.notices.filter((input) => input.runId === run.runId)).toEqual([
    {
      runId: run.runId,
      acts: [
        { seq: 1, notices: [0, 1] },
        { seq: 3, notices: [0] },
      ],
    },
  ]);
  expect(follower.asked.releases.slice(-2).sort()).toEqual(['a#1:one', 'a#1:two']);
});

test('what can never be done does not keep a run open', async () => {
  follower.does.releaseData = async () => {
    throw ApplicationFailure.retryable('erased', ACTIVITY_FAILURES.keysDestroyed);
  };
  const run = followedRun(follower);
  const releases = [{ share: 'a#1:one', to: 'invented-office' }];
  await run.tell(act(1, { releases, ended: 'over', open: [] }));
  expect(await run.handle.result()).toEqual({ seq: 1, ending: 'over' });
});

test('ten acts without mailboxes cost four events each', async () => {
  const run = followedRun(follower);
  const nextDueAt = Date.now() + 3_600_000;
  for (let seq = 1; seq <= 10; seq += 1) {
    const last = seq === 10 ? { ended: 'over', open: [] } : { nextDueAt: nextDueAt + seq };
    await run.tell(act(seq, { ...last, stage: 'only-stage' }));
    if (seq < 10) await until(async () => (await run.standing()).seq === seq);
  }
  await run.handle.result();
  const events = await run.events();
  // Start, stage, one timer and the end; each act is a signal and a workflow task of three events.
  expect(events).toHaveLength(4 + 10 * 4);
  expect(events.filter((event) => event === 'activity-scheduled')).toEqual([]);
});

test('the engine shows what is open, in codes and times, and the notices in its summaries', async () => {
  const run = followedRun(follower);
  const dueAt = Date.UTC(2030, 11, 3, 14);
  const open = [{ step: 'screening', institution: 'invented-office', dueAt }];
  await run.tell(act(1, { open, stage: 'first-stage', notices: [notice(0)], nextDueAt: dueAt }));
  await until(async () => (await run.standing()).seq === 1);
  expect((await run.standing()).open).toEqual(open);
  const metadata = await run.handle.query<{ currentDetails?: string }>(
    '__temporal_workflow_metadata',
  );
  expect(metadata.currentDetails).toBe(
    'act 1, stage first-stage\n- screening: invented-office, due 2030-12-03T14:00Z',
  );
  const { searchAttributes } = await run.handle.describe();
  expect(searchAttributes.RetornoStage).toEqual(['first-stage']);
  const { events } = await run.handle.fetchHistory();
  const summaries = (events ?? []).filter((event) => event.userMetadata?.summary);
  expect(summaries).toHaveLength(2);
});
