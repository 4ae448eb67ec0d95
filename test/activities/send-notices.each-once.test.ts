import { ApplicationFailure } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ACTIVITY_FAILURES } from '../../protocols/ports.js';
import { answer, institutionOf, startTestRun } from '../support/door.js';
import { type Desk, lending, openDesk } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.catcher.setBehaviour('accept'));

/** A run whose first act has one notice: the task of the office was opened. */
async function opened(): Promise<{ runId: string; acts: { seq: number; notices: number[] }[] }> {
  const { runId } = await startTestRun(desk.door, lending);
  return { runId, acts: [{ seq: 1, notices: [0] }] };
}

/** The mails of a run's first notice, oldest first. */
async function mailsOf(runId: string) {
  const [row] = await desk.database.db.sql<{ reference: string }[]>`
    select reference from notices where run_id = ${runId} and seq = 1 and n = 0`;
  const { mails } = desk.catcher.list({ limit: 1000 });
  return mails.filter((mail) => mail.subject.includes(row!.reference)).reverse();
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as ApplicationFailure).type,
  );

test('a notice is mailed once, in the language of its institution, with a link that only shows', async () => {
  const input = await opened();
  await desk.does.sendNotices(input);
  await desk.does.sendNotices(input);
  const mails = await mailsOf(input.runId);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.to).toEqual([`${institutionOf('office')}@oficina-inventada.example`]);
  const mail = await desk.catcher.get(mails[0]!.id);
  const [row] = await desk.database.db.sql<{ reference: string }[]>`
    select reference from notices where run_id = ${input.runId} and seq = 1 and n = 0`;
  expect(mail.text).toContain(`https://retorno.example/avisos/${row!.reference}\n`);
  expect(mail.html).toContain(`href="https://retorno.example/avisos/${row!.reference}"`);
  expect(mail.text).toContain('(hora de Ciudad de México)');
  expect(mail.text).toContain('Institución inventada office');
  expect(await desk.stateOf(input.runId, 1)).toBe('sent');
});

test('a mail names neither the run nor the step, in its text, its HTML or its headers', async () => {
  const input = await opened();
  await desk.does.sendNotices(input);
  const [summary] = await mailsOf(input.runId);
  const mail = await desk.catcher.get(summary!.id);
  for (const part of [mail.text, mail.html, mail.subject, JSON.stringify(mail.headers)]) {
    expect(part).not.toContain(input.runId);
    expect(part).not.toMatch(/\bask\b|Inventado\b/);
  }
});

test('a message id is stable and says nothing about the run', async () => {
  const input = await opened();
  await desk.does.sendNotices(input);
  const [mail] = await mailsOf(input.runId);
  expect(mail!.messageId).toMatch(/^[0-9a-f]{40}@retorno\.example$/);
});

test('ten attempts at once send one mail', async () => {
  const input = await opened();
  const all = await Promise.all(
    Array.from({ length: 10 }, () => failureOf(desk.does.sendNotices(input))),
  );
  await failureOf(desk.does.sendNotices(input));
  expect(await mailsOf(input.runId)).toHaveLength(1);
  for (const failure of all) expect([undefined, ACTIVITY_FAILURES.noticeBusy]).toContain(failure);
});

test('while the server takes nothing the notice waits, and goes out afterwards', async () => {
  const input = await opened();
  desk.catcher.setBehaviour('unavailable');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await failureOf(desk.does.sendNotices(input))).toBe(ACTIVITY_FAILURES.mailUnavailable);
    expect(await desk.stateOf(input.runId, 1)).toBe('pending');
  }
  desk.catcher.setBehaviour('accept');
  await desk.does.sendNotices(input);
  expect(await mailsOf(input.runId)).toHaveLength(1);
});

test('a server that is not there fails quickly and says so in a code', async () => {
  const input = await opened();
  const down = desk.another('smtp://127.0.0.1:9');
  const error = (await down.sendNotices(input).catch((caught: unknown) => caught)) as Error;
  expect(error).toBeInstanceOf(ApplicationFailure);
  expect(error.message).toBe(ACTIVITY_FAILURES.mailUnavailable);
  const before = performance.now();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    expect(await failureOf(down.sendNotices(input))).toBe(ACTIVITY_FAILURES.mailUnavailable);
  }
  expect(performance.now() - before).toBeLessThan(1500);
  expect(await desk.stateOf(input.runId, 1)).toBe('pending');
});

test('one mailbox that cannot be reached now does not hold up the others', async () => {
  const first = await opened();
  const second = await startTestRun(desk.door, lending);
  await answer(desk.door, second.runId, 'office', 'ask', 'told');
  desk.catcher.setBehaviour('unavailable', {
    to: `${institutionOf('office')}@oficina-inventada.example`,
  });
  expect(await failureOf(desk.does.sendNotices(first))).toBe(ACTIVITY_FAILURES.mailUnavailable);
  await desk.does.sendNotices({ runId: second.runId, acts: [{ seq: 2, notices: [0] }] });
  expect(await desk.stateOf(second.runId, 2)).toBe('sent');
});

test('a refused mailbox is a bounce and not tried again', async () => {
  const input = await opened();
  desk.catcher.setBehaviour('refuse');
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('bounced');
  desk.catcher.setBehaviour('accept');
  await desk.does.sendNotices(input);
  expect(await mailsOf(input.runId)).toHaveLength(0);
});

test('when nobody knows whether it arrived it is sent once more under the same id', async () => {
  const input = await opened();
  desk.catcher.setBehaviour('drop-after-data', { times: 1 });
  expect(await failureOf(desk.does.sendNotices(input))).toBe(ACTIVITY_FAILURES.mailUnknown);
  await desk.does.sendNotices(input);
  const mails = await mailsOf(input.runId);
  expect(mails).toHaveLength(2);
  expect(mails[0]!.messageId).toBe(mails[1]!.messageId);
  expect(await desk.stateOf(input.runId, 1)).toBe('sent');
});

test('after two attempts in doubt it stays in doubt', async () => {
  const input = await opened();
  desk.catcher.setBehaviour('lose-after-data', { times: 2 });
  expect(await failureOf(desk.does.sendNotices(input))).toBe(ACTIVITY_FAILURES.mailUnknown);
  await desk.does.sendNotices(input);
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('unknown');
  expect(await mailsOf(input.runId)).toHaveLength(0);
});

test('a reminder in doubt is not repeated', async () => {
  const input = await opened();
  await desk.database.db.sql`
    update notices set kind = 'nearly-due' where run_id = ${input.runId} and seq = 1`;
  desk.catcher.setBehaviour('lose-after-data', { times: 1 });
  await desk.does.sendNotices(input);
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('unknown');
});

test('a task that was answered meanwhile is not announced', async () => {
  const input = await opened();
  await answer(desk.door, input.runId, 'office', 'ask', 'told');
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('obsolete');
  expect(await mailsOf(input.runId)).toHaveLength(0);
});

test('an attempt that was cut off is left alone while it may live, then done once more', async () => {
  const input = await opened();
  const cutOff = (secondsAgo: number) => desk.database.db.sql`
    update notices set state = 'sending', attempts = 1, claimed_at = clock_timestamp() - ${secondsAgo} * interval '1 second'
    where run_id = ${input.runId} and seq = 1`;
  await cutOff(30);
  expect(await failureOf(desk.does.sendNotices(input))).toBe(ACTIVITY_FAILURES.noticeBusy);
  await cutOff(120);
  await desk.does.sendNotices(input);
  expect(await mailsOf(input.runId)).toHaveLength(1);
  await desk.database.db.sql`update notices set doubts = 1 where run_id = ${input.runId}`;
  await cutOff(120);
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('unknown');
  expect(await mailsOf(input.runId)).toHaveLength(1);
});

test('an institution that lost its mailbox is told in its inbox only', async () => {
  const input = await opened();
  const { sql } = desk.database.db;
  await sql`update institutions set email = null where id = ${institutionOf('office')}`;
  await desk.does.sendNotices(input);
  expect(await desk.stateOf(input.runId, 1)).toBe('inbox');
  await sql`update institutions set email = id || '@oficina-inventada.example'`;
});
