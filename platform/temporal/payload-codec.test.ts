import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { expect, test } from 'vitest';
import { payloadCodec } from './payload-codec.js';

const newKey = (id: string) => ({ id, key: randomBytes(32) });
const content = { outcome: 'granted', note: 'Persona Inventada' };

async function sealed(codec: ReturnType<typeof payloadCodec>): Promise<Payload> {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(content)]);
  if (!payload) throw new Error('no payload');
  return payload;
}

test('what is encrypted is decrypted whole and does not show the content', async () => {
  const codec = payloadCodec([newKey('a')]);
  const payload = await sealed(codec);
  expect(Buffer.from(payload.data ?? []).toString('latin1')).not.toContain('Inventada');
  const [opened] = await codec.decode([payload]);
  expect(defaultPayloadConverter.fromPayload(opened as Payload)).toEqual(content);
});

test('the same content is never encrypted to the same bytes', async () => {
  const codec = payloadCodec([newKey('a')]);
  expect((await sealed(codec)).data).not.toEqual((await sealed(codec)).data);
});

test('every altered byte is noticed', async () => {
  const codec = payloadCodec([newKey('a')]);
  const payload = await sealed(codec);
  for (let index = 0; index < (payload.data?.length ?? 0); index += 1) {
    const data = Buffer.from(payload.data ?? []);
    data[index] = (data[index] ?? 0) ^ 1;
    await expect(codec.decode([{ ...payload, data }])).rejects.toThrow(/altered/);
  }
});

test('a shortened payload is noticed', async () => {
  const codec = payloadCodec([newKey('a')]);
  const payload = await sealed(codec);
  for (const length of [0, 11, 12, 27, 28]) {
    const data = payload.data?.subarray(0, length);
    await expect(codec.decode([{ ...payload, data }])).rejects.toThrow(/altered/);
  }
});

test('an old key still decrypts after rotation, and the new one encrypts', async () => {
  const [old, current] = [newKey('2025'), newKey('2026')];
  const payload = await sealed(payloadCodec([old]));
  const rotated = payloadCodec([current, old]);
  const [opened] = await rotated.decode([payload]);
  expect(defaultPayloadConverter.fromPayload(opened as Payload)).toEqual(content);
  const id = (await sealed(rotated)).metadata?.['encryption-key-id'];
  expect(Buffer.from(id ?? []).toString()).toBe('2026');
});

test('an unknown key is named in the error', async () => {
  const payload = await sealed(payloadCodec([newKey('lost')]));
  await expect(payloadCodec([newKey('other')]).decode([payload])).rejects.toThrow(
    /payload key "lost" is not known/,
  );
});

test('a payload cannot be passed off under the id of another key', async () => {
  const [a, b] = [newKey('a'), { ...newKey('b') }];
  const codec = payloadCodec([a, { id: 'b', key: a.key }, { ...b, id: 'c' }]);
  const payload = await sealed(codec);
  const metadata = { ...payload.metadata, 'encryption-key-id': Buffer.from('b') };
  await expect(codec.decode([{ ...payload, metadata }])).rejects.toThrow(/altered/);
});

test('a payload in clear is refused', async () => {
  const clear = defaultPayloadConverter.toPayload(content);
  await expect(payloadCodec([newKey('a')]).decode([clear])).rejects.toThrow(/not encrypted/);
});
