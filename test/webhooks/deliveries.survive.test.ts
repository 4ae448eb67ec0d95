import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WAITS } from '../../activities/call-webhooks.js';
import type { ApiContext } from '../../api/context.js';
import { DEFAULT_SETTINGS } from '../../api/settings.js';
import { addEndpoint, replayCall, rotateSecret, setCalls } from '../../api/webhooks/endpoints.js';
import { approveHost, askForHost, removeHost } from '../../api/webhooks/hosts.js';
import { type Desk, lending, openDesk } from '../activities/desk.js';
import { answer, institutionOf, startTestRun } from '../support/door.js';
import { isSignedWith, type Receiver, startReceiver } from './receiver.js';

const OFFICE = institutionOf('office');
const OTHER = institutionOf('other');
let desk: Desk;
let context: ApiContext;
let receiver: Receiver;
let id: string;
let secret: string;

beforeAll(async () => {
  desk = await openDesk();
  context = { door: desk.door, settings: { ...DEFAULT_SETTINGS, webhooksToLoopback: true } };
  receiver = await startReceiver();
  ({ id, secret } = await endpointAt(OFFICE, receiver));
});
afterEach(async () => {
  receiver.manner = { status: 204 };
  await desk.does.callWebhooks({ forMs: 1 });
  await desk.database.db.sql`update webhook_deliveries set state = 'delivered'`;
  await desk.database.db.sql`update webhook_endpoints set state = 'active'`;
  // Nobody hands acts over to an engine here; a backlog would slow new runs.
  await desk.database.db.sql`delete from outbox`;
  receiver.received.length = 0;
});
afterAll(async () => {
  await receiver.close();
  await desk.close();
});

/** Asked for by one person, approved by another. */
async function endpointAt(institution: string, { host, url }: Receiver) {
  const asked = await askForHost(context, { institution, by: 'one' }, host);
  await approveHost(context, { institution, by: 'another' }, asked);
  return addEndpoint(context, { institution, by: 'one' }, url);
}

const sql = () => desk.database.db.sql;
/** Makes the calls that are due; those that wait for another attempt are due now. */
async function callNow(forMs = 300): Promise<void> {
  await sql()`update webhook_deliveries set next_at = now() where state = 'pending'`;
  await desk.does.callWebhooks({ forMs });
}
const callsOf = (runId: string) => sql()<{ id: string; state: string; attempts: number }[]>`
  select id, state, attempts from webhook_deliveries where run_id = ${runId} order by created_at`;

test('a notice is told once, with its type, reference and deadline and nothing else', async () => {
  const { runId } = await startTestRun(desk.door, lending);
  await callNow();
  await callNow();
  const [got, ...more] = receiver.received;
  expect(more).toEqual([]);
  const [notice] = await sql()<{ reference: string; due: Date }[]>`
    select reference, due_at as due from notices where run_id = ${runId} and institution_id = ${OFFICE}`;
  const body = JSON.parse(got!.body) as Record<string, unknown>;
  expect(body).toEqual({
    type: 'notice.opened',
    timestamp: expect.any(String),
    data: { reference: notice!.reference, due_at: notice!.due.toISOString() },
  });
  expect(isSignedWith(secret, got!)).toBe(true);
  for (const part of [got!.body, JSON.stringify(got!.headers)]) {
    expect(part).not.toContain(runId);
    expect(part).not.toContain(lending.id);
    expect(part).not.toMatch(/\bask\b|office/);
  }
  const [call] = await callsOf(runId);
  expect(call).toMatchObject({ state: 'delivered', attempts: 1 });
});

test('what was not taken is tried again under the same id and with the same body', async () => {
  receiver.manner = { status: 503 };
  const { runId } = await startTestRun(desk.door, lending);
  await callNow();
  const [waiting] = await sql()<{ state: string; wait: number }[]>`
    select state, extract(epoch from next_at - claimed_at)::float8 as wait from webhook_deliveries where run_id = ${runId}`;
  expect(waiting!.state).toBe('pending');
  expect(waiting!.wait * 1000).toBeGreaterThan(WAITS[0]! * 0.9);
  receiver.manner = { status: 301, headers: { location: receiver.url } };
  await callNow();
  receiver.manner = { status: 200 };
  await callNow();
  const [first, ...again] = receiver.received;
  expect(again).toHaveLength(2);
  for (const one of again) {
    expect(one.body).toBe(first!.body);
    expect(one.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(isSignedWith(secret, one)).toBe(true);
  }
  const attempts = await sql()<{ status: number }[]>`
    select a.status from webhook_attempts a join webhook_deliveries d on d.id = a.delivery_id where d.run_id = ${runId} order by n`;
  expect(attempts.map(({ status }) => status)).toEqual([503, 301, 200]);
});

test('while a secret is changed no call is lost: both sign for a day, then the new one alone', async () => {
  const renewed = await rotateSecret(context, { institution: OFFICE, id });
  await startTestRun(desk.door, lending);
  await callNow();
  const during = receiver.received[0]!;
  expect(isSignedWith(secret, during)).toBe(true);
  expect(isSignedWith(renewed.secret, during)).toBe(true);
  await sql()`update webhook_endpoints set previous_until = now() where id = ${id}`;
  await startTestRun(desk.door, lending);
  await callNow();
  const after = receiver.received[1]!;
  expect(isSignedWith(secret, after)).toBe(false);
  expect(isSignedWith(renewed.secret, after)).toBe(true);
  const [row] = await sql()<
    { all: string }[]
  >`select json_agg(e)::text as all from webhook_endpoints e`;
  expect(row!.all).not.toContain(secret.slice(6));
  expect(row!.all).not.toContain(renewed.secret.slice(6));
  secret = renewed.secret;
});

test('a call is made again when somebody asks, under its id', async () => {
  const { runId } = await startTestRun(desk.door, lending);
  await callNow();
  const [call] = await callsOf(runId);
  await replayCall(context, { institution: OFFICE, id, delivery: call!.id });
  await callNow();
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
    call!.id,
    call!.id,
  ]);
  const foreign = { institution: OTHER, id, delivery: call!.id };
  await expect(replayCall(context, foreign)).rejects.toThrow('webhook-unknown');
});

test('an address that wants no more is left in peace, and a human is told', async () => {
  await sql()`update institutions set supervisor_email = 'supervision@oficina-inventada.example' where id = ${OFFICE}`;
  receiver.manner = { status: 410 };
  await startTestRun(desk.door, lending);
  await callNow();
  await startTestRun(desk.door, lending);
  await callNow();
  expect(receiver.received).toHaveLength(1);
  await desk.does.deliverMails({ forMs: 300 });
  const to = 'supervision@oficina-inventada.example';
  const [mail, ...more] = desk.catcher.list({ to }).mails;
  expect(more).toEqual([]);
  expect(mail!.subject).toContain('ya no recibe llamadas');
  receiver.manner = { status: 200 };
  await setCalls(context, { institution: OFFICE, id }, 'active');
  await callNow();
  // The one that came up meanwhile, not the one that was answered.
  expect(receiver.received).toHaveLength(2);
});

test('after three days without being taken calls rest', async () => {
  expect(WAITS.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(72 * 60 * 60_000);
  receiver.manner = { status: 500 };
  const { runId } = await startTestRun(desk.door, lending);
  await sql()`update webhook_deliveries set attempts = ${WAITS.length} where run_id = ${runId}`;
  await callNow();
  expect((await callsOf(runId))[0]).toMatchObject({ state: 'failed' });
  const [endpoint] = await sql()`select state from webhook_endpoints where id = ${id}`;
  expect(endpoint!.state).toBe('failing');
});

test('a host that was taken away is called no more, whatever waits', async () => {
  const second = await startReceiver();
  const added = await endpointAt(OTHER, second);
  const [host] = await sql()<{ id: string }[]>`
    select id from webhook_hosts where institution_id = ${OTHER} and removed_at is null`;
  const { runId } = await startTestRun(desk.door, lending);
  await answer(desk.door, runId, 'office', 'ask', 'told');
  await removeHost(context, { institution: OTHER, by: 'one' }, host!.id);
  await callNow();
  expect(second.received).toEqual([]);
  await sql()`update webhook_endpoints set state = 'stopped' where id = ${added.id}`;
  await second.close();
});

test('a rehearsal is told to nobody', async () => {
  const { runId } = await startTestRun(desk.door, lending, { rehearsalAt: Date.now() });
  await callNow();
  expect(receiver.received).toEqual([]);
  expect((await callsOf(runId))[0]).toMatchObject({ state: 'obsolete' });
});

test('two workers make a call once, and one that died in the middle is made up for', async () => {
  const { runId } = await startTestRun(desk.door, lending);
  const other = desk.another();
  await Promise.all([desk.does.callWebhooks({ forMs: 200 }), other.callWebhooks({ forMs: 200 })]);
  expect(receiver.received).toHaveLength(1);
  await sql()`update webhook_deliveries set state = 'sending', claimed_at = now() where run_id = ${runId}`;
  await callNow();
  expect(receiver.received).toHaveLength(1);
  await sql()`update webhook_deliveries set claimed_at = now() - interval '1 minute' where run_id = ${runId}`;
  await callNow();
  expect(receiver.received).toHaveLength(2);
});

test('slow systems hold up nobody but themselves', async () => {
  const slow = await Promise.all(
    ['silent', 'dripping', 'silent', 'dripping', 'silent'].map((manner) =>
      startReceiver(manner as 'silent'),
    ),
  );
  for (const one of slow) await endpointAt(OFFICE, one);
  for (let n = 0; n < 6; n += 1) await startTestRun(desk.door, lending);
  const began = Date.now();
  // Ends with the slow ones, which are given up after fifteen seconds; how long the good one took is what counts.
  const working = desk.does.callWebhooks({ forMs: 1500 });
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(6);
  const longest = Math.max(...receiver.received.map(({ at }) => at - began));
  console.log(
    `Slow systems: 5 of 6 never answer; the good one had its last call after ${longest} ms`,
  );
  expect(longest).toBeLessThan(5000);
  for (const one of slow) expect(one.received.length).toBeLessThanOrEqual(2);
  await Promise.all(slow.map((one) => one.close()));
  await working;
});
