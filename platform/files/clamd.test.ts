import { rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openScanner } from './scanner.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

/** Speaks the scanner's side of INSTREAM: takes pieces until the empty one, then answers as told by what came. */
async function clamd(
  answer: (bytes: Buffer) => string | undefined,
  path?: string,
): Promise<string> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      const pieces: Buffer[] = [];
      let at = 'zINSTREAM\0'.length;
      if (got.length < at) return;
      if (got.toString('latin1', 0, at) !== 'zINSTREAM\0')
        return void socket.end('UNKNOWN COMMAND\0');
      while (got.length >= at + 4) {
        const length = got.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(pieces));
          return void (said === undefined ? socket.destroy() : socket.end(said));
        }
        if (got.length < at + 4 + length) return;
        pieces.push(got.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  servers.push(server);
  await new Promise<void>((done) => {
    if (path === undefined) server.listen(0, '127.0.0.1', done);
    else server.listen(path, done);
  });
  return path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const BAD = Buffer.from('inventado-malo');
const judge = (bytes: Buffer) =>
  bytes.includes(BAD) ? 'stream: Invented.Sample FOUND\0' : 'stream: OK\0';

describe('a scanner over its socket', () => {
  it('is sent the whole file in pieces and believed', async () => {
    const sent: Buffer[] = [];
    const scanner = openScanner(
      await clamd((bytes) => {
        sent.push(bytes);
        return judge(bytes);
      }),
    );
    const large = Buffer.concat([Buffer.alloc(1_000_001, 1), BAD]);
    expect(await scanner.scan(Buffer.from('inventado'))).toBe('clean');
    expect(await scanner.scan(large)).toBe('infected');
    expect(sent[1]!.equals(large)).toBe(true);
  });

  it('is reached by the path of its socket as well', async () => {
    const path = join(tmpdir(), `clamd-${process.pid}.sock`);
    rmSync(path, { force: true });
    const scanner = openScanner(await clamd(judge, path));
    expect(await scanner.scan(BAD)).toBe('infected');
  });

  it.each([
    ['says it is too large', () => 'INSTREAM size limit exceeded. ERROR\0'],
    ['says something else', () => 'stream: OK but not quite\0'],
    ['says nothing', () => ''],
    ['breaks off', () => undefined],
  ])('that %s is not there: nothing counts as clean', async (_, answer) => {
    const scanner = openScanner(await clamd(answer));
    expect(await scanner.scan(Buffer.from('inventado'))).toBe('unavailable');
  });

  it('that is not there is not there', async () => {
    const address = await clamd(judge);
    await new Promise((done) => servers.pop()!.close(done));
    expect(await openScanner(address).scan(Buffer.from('inventado'))).toBe('unavailable');
    expect(await openScanner('/no/such/socket').scan(Buffer.from('inventado'))).toBe('unavailable');
  });
});
