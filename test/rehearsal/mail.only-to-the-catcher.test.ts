import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, lending, openDesk } from '../activities/desk.js';
import { startTestRun } from '../support/door.js';

const START = Date.UTC(2030, 0, 7, 15);
let delivering: Desk;
let caught: Desk;

beforeAll(async () => {
  [delivering, caught] = await Promise.all([
    openDesk(lending, { mailIsCaught: false }),
    openDesk(lending, { mailIsCaught: true }),
  ]);
});
afterAll(() => Promise.all([delivering?.close(), caught?.close()]));

/** Starts a run and sends its first notice; gives what became of it and how many mails went out. */
async function notify(desk: Desk, rehearsalAt?: number) {
  const before = desk.catcher.list({ limit: 1000 }).total;
  const more = rehearsalAt === undefined ? {} : { rehearsalAt };
  const { runId } = await startTestRun(desk.door, lending, more);
  await desk.does.sendNotices({ runId, acts: [{ seq: 1, notices: [0] }] });
  const mails = desk.catcher.list({ limit: 1000 }).total - before;
  return { state: await desk.stateOf(runId, 1), mails };
}

test('where mail is delivered, a rehearsal sends none and a real run does', async () => {
  expect(await notify(delivering, START)).toEqual({ state: 'inbox', mails: 0 });
  expect(await notify(delivering)).toEqual({ state: 'sent', mails: 1 });
});

test('where mail goes to the catcher, a rehearsal sends as a real run would', async () => {
  expect(await notify(caught, START)).toEqual({ state: 'sent', mails: 1 });
});
