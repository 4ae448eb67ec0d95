import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withFileLock } from './file-lock.js';
import { stopLeftover, writePidFile } from './pid-file.js';
import { findFreePort, findFreePorts, waitForPort } from './ports.js';
import { findCommandLine, findStartMark, spawnChild, stopProcess } from './process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that listens until it is ended; `deaf` ignores the polite signal. */
function spawnIdle(marker: string, deaf = false) {
  const ignore = deaf ? "process.on('SIGTERM', () => {});" : '';
  return spawnChild({
    command: process.execPath,
    args: ['-e', `${ignore} console.log('up'); setInterval(() => {}, 1000)`, marker],
    logFile: join(folder, 'log'),
    parentDeathSignal: 'TERM',
  });
}

const isUp = async () => {
  while (!readFileSync(join(folder, 'log'), 'utf8').includes('up')) {
    await new Promise((done) => setImmediate(done));
  }
};

test('a child is ended politely, and hard when it does not listen', async () => {
  for (const deaf of [false, true]) {
    const child = await spawnIdle('x', deaf);
    await isUp();
    await stopProcess(child.pid, [{ signal: 'SIGTERM', waitMs: deaf ? 200 : 5_000 }]);
    expect(findCommandLine(child.pid)).toBeUndefined();
    if (!child.hasExited()) await once(child.process, 'exit');
    expect(child.process.signalCode).toBe(deaf ? 'SIGKILL' : 'SIGTERM');
    rmSync(join(folder, 'log'));
  }
});

test('a program that does not exist is a failure, not a silence', async () => {
  const options = { args: [], logFile: join(folder, 'log'), parentDeathSignal: 'TERM' as const };
  const outcome = await spawnChild({ ...options, command: '/nowhere/program' }).then(
    async (child) => {
      await new Promise((done) => child.process.once('close', done));
      return child.hasExited();
    },
    () => true,
  );
  expect(outcome).toBe(true);
});

/** Notes `pid` as if a process that has ended had started it. */
function noteOrphan(pidFile: string, pid: number): void {
  writePidFile(pidFile, pid);
  const record: object = JSON.parse(readFileSync(pidFile, 'utf8'));
  writeFileSync(pidFile, JSON.stringify({ ...record, ownerStartMark: 'another' }));
}

test('a server left over by a killed owner is stopped', async () => {
  const child = await spawnIdle(folder);
  noteOrphan(join(folder, 'pid'), child.pid);
  expect(await stopLeftover(join(folder, 'pid'), folder)).toBe(true);
  expect(findCommandLine(child.pid)).toBeUndefined();
});

test('a process that only has the same number is left alone', async () => {
  const child = await spawnIdle('/some/other/folder');
  noteOrphan(join(folder, 'pid'), child.pid);
  expect(await stopLeftover(join(folder, 'pid'), folder)).toBe(false);
  await vi.waitFor(() => expect(findCommandLine(child.pid)).toBeDefined());
  await stopProcess(child.pid);
});

test('a server whose owner lives is not taken away from it', async () => {
  const child = await spawnIdle(folder);
  writePidFile(join(folder, 'pid'), child.pid);
  await expect(stopLeftover(join(folder, 'pid'), folder)).rejects.toThrow(/ya está en uso/);
  expect(findCommandLine(child.pid)).toBeDefined();
  await stopProcess(child.pid);
});

test('a damaged pid file is passed over', async () => {
  writeFileSync(join(folder, 'pid'), '{"pid": ');
  expect(await stopLeftover(join(folder, 'pid'), folder)).toBe(false);
});

test('the preferred port is given when free and another when not', async () => {
  const server = createServer();
  const taken = await findFreePort();
  expect(await findFreePort(taken)).toBe(taken);
  await new Promise<void>((done) => server.listen(taken, '127.0.0.1', done));
  expect(await findFreePort(taken)).not.toBe(taken);
  expect(await waitForPort(taken, 1_000)).toBe(true);
  await new Promise((done) => server.close(done));
  expect(await waitForPort(taken, 60_000, () => true)).toBe(false);
});

test('ports asked for together differ', async () => {
  expect(new Set(await findFreePorts(20)).size).toBe(20);
});

test('two holders of a lock work one after the other', async () => {
  const order: string[] = [];
  const lock = join(folder, 'lock');
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = withFileLock(lock, async () => {
    order.push('first begins');
    await held;
    order.push('first ends');
  });
  const second = withFileLock(lock, async () => order.push('second'), release);
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('the lock of a process that was killed is taken over', async () => {
  const dead = spawn('true');
  await new Promise((done) => dead.once('close', done));
  writeFileSync(join(folder, 'lock'), `${dead.pid} 1`);
  expect(await withFileLock(join(folder, 'lock'), async () => 'worked')).toBe('worked');
});

test('a start mark tells two processes apart and stays the same', () => {
  expect(findStartMark(process.pid)).toBe(findStartMark(process.pid));
  expect(findStartMark(process.pid)).not.toBe(findStartMark(process.ppid));
});
