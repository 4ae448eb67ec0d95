import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { callWebhook, type Resolve } from '../../platform/webhooks/call.js';
import { signatureHeaders } from '../../platform/webhooks/signature.js';
import { deadPort, isSignedWith, type Receiver, startReceiver } from './receiver.js';
import { selfSigned } from './self-signed.js';

let receiver: Receiver;
let other: Receiver;
/** Calls here may take this long; in use they have longer. */
const SHORT = 600;
const options = { forMs: SHORT, allowLoopback: true };

beforeAll(async () => {
  [receiver, other] = [await startReceiver(), await startReceiver()];
});
afterEach(() => {
  receiver.received.length = 0;
  other.received.length = 0;
});
afterAll(() => Promise.all([receiver.close(), other.close()]));

const post = (url = receiver.url, more: Partial<Parameters<typeof callWebhook>[1]> = {}) =>
  callWebhook({ url, headers: { 'x-given': 'yes' }, body: '{"a":1}' }, { ...options, ...more });

test('posts the body as it is, with the headers given, on a connection of its own', async () => {
  receiver.manner = { status: 204 };
  expect(await post()).toEqual({ status: 204 });
  const [got] = receiver.received;
  expect(got!.body).toBe('{"a":1}');
  expect(got!.headers).toMatchObject({
    'x-given': 'yes',
    'content-type': 'application/json',
    connection: 'close',
  });
});

test.each([200, 299, 301, 308, 400, 401, 410, 429, 500, 503])(
  'tells of the answer %i and follows it nowhere',
  async (status) => {
    receiver.manner = { status, headers: { location: other.url } };
    expect(await post()).toEqual({ status });
    expect(other.received).toEqual([]);
  },
);

test.each(['silent', 'dripping'] as const)(
  'a %s receiver has so long and no longer',
  async (manner) => {
    receiver.manner = manner;
    const began = performance.now();
    expect(await post()).toEqual({ failure: 'too-slow' });
    expect(performance.now() - began).toBeLessThan(SHORT + 1500);
  },
);

test('a body without end is not read', async () => {
  receiver.manner = 'endless';
  const before = process.memoryUsage().rss;
  const sentBefore = receiver.bytesSent();
  for (let n = 0; n < 20; n += 1) expect(await post()).toEqual({ status: 200 });
  // What was sent lay in the buffers of the line; nobody kept it.
  expect(receiver.bytesSent() - sentBefore).toBeLessThan(20 * 16 * 1024 * 1024);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});

test('a head without measure and a line cut in the middle are no answer', async () => {
  receiver.manner = 'huge-head';
  expect(await post()).toEqual({ failure: 'no-answer' });
  receiver.manner = 'cut';
  expect(await post()).toEqual({ failure: 'no-answer' });
});

test('nobody there, and a name nobody has, are told apart', async () => {
  expect(await post(`http://127.0.0.1:${await deadPort()}/`)).toEqual({ failure: 'no-connection' });
  const url = 'https://sistema.institucion.example/';
  const nowhere: Resolve = async () => {
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
  expect(await post(url, { resolve: nowhere })).toEqual({ failure: 'unknown-host' });
  expect(await post(url, { resolve: async () => [] })).toEqual({ failure: 'unknown-host' });
  const never: Resolve = () => new Promise(() => {});
  expect(await post(url, { resolve: never })).toEqual({ failure: 'too-slow' });
});

test('an unencrypted or wrongly encrypted system is told nothing', async () => {
  const port = new URL(receiver.url).port;
  expect(await post(`https://127.0.0.1:${port}/`)).toEqual({ failure: 'no-encryption' });
  expect(receiver.received).toEqual([]);
  const server = createServer(selfSigned(), (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const secure = `https://localhost:${(server.address() as AddressInfo).port}/`;
  expect(await post(secure)).toEqual({ failure: 'no-encryption' });
  expect(await post(secure, { ca: selfSigned().cert })).toEqual({ status: 200 });
  server.close();
});

test('the machine that was judged is the one that is called, whatever the name says next', async () => {
  const { port } = new URL(receiver.url);
  const second = await startReceiver({ status: 204 }, { address: '127.0.0.2', port: Number(port) });
  receiver.manner = { status: 204 };
  let asked = 0;
  const turning: Resolve = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
  };
  expect(await post(`http://localhost:${port}/`, { resolve: turning })).toEqual({ status: 204 });
  expect([asked, receiver.received.length, second.received.length]).toEqual([1, 1, 0]);
  const mixed: Resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  const refused = await post(`http://localhost:${port}/`, { resolve: mixed });
  expect(refused).toEqual({ failure: 'refused-address' });
  expect(receiver.received).toHaveLength(1);
  await second.close();
});

test('without the setting for tests this machine is not called, not even by its name', async () => {
  const { port } = new URL(receiver.url);
  const strict = { allowLoopback: false };
  for (const url of [receiver.url, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`]) {
    expect(await post(url, strict)).toEqual({ failure: 'refused-address' });
  }
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const hidden = `https://sistema.institucion.example:${port}/`;
  expect(await post(hidden, { ...strict, resolve })).toEqual({ failure: 'refused-address' });
  expect(receiver.received).toEqual([]);
});

test('a signature is good for its secret, body, id and time only', async () => {
  receiver.manner = { status: 204 };
  const [mine, older, foreign] = ['bWluZQ==', 'b2xkZXI=', 'Zm9yZWlnbg=='].map((s) => `whsec_${s}`);
  const call = { id: 'msg_1', at: Date.now(), body: '{"a":1}' };
  const headers = signatureHeaders(call, [mine!, older!]);
  await callWebhook({ url: receiver.url, headers, body: call.body }, options);
  const [got] = receiver.received;
  expect(isSignedWith(mine!, got!)).toBe(true);
  expect(isSignedWith(older!, got!)).toBe(true);
  expect(isSignedWith(foreign!, got!)).toBe(false);
  expect(isSignedWith(mine!, { ...got!, body: '{"a":2}' })).toBe(false);
  const renamed = { ...got!.headers, 'webhook-id': 'msg_2' };
  expect(isSignedWith(mine!, { ...got!, headers: renamed })).toBe(false);
  const late = signatureHeaders({ ...call, at: Date.now() - 6 * 60_000 }, [mine!]);
  expect(isSignedWith(mine!, { ...got!, headers: late })).toBe(false);
});
