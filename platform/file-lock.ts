import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findStartMark } from './process.js';

/**
 * Runs `work` while holding a lock file, so that two starts do not do the same long work twice. The
 * second waits (`onWait` is called once), then runs its own `work`, which should first look whether
 * there is anything left to do. The lock of a process that was killed is taken over.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const mark = `${process.pid} ${findStartMark(process.pid) ?? ''}`;
  let told = false;
  while (!tryLock(path, mark)) {
    if (!told) onWait();
    told = true;
    await new Promise((done) => setTimeout(done, 250));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock(path: string, mark: string): boolean {
  try {
    writeFileSync(path, mark, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const [pid, startMark] = holderOf(path);
  // An empty file is a lock just being written; a second look will find its holder.
  if (pid > 0 && findStartMark(pid) !== startMark) rmSync(path, { force: true });
  return false;
}

function holderOf(path: string): [number, string] {
  try {
    const [, pid, startMark] = /^(\d+) (.*)$/.exec(readFileSync(path, 'utf8')) ?? [];
    return [Number(pid ?? 0), startMark ?? ''];
  } catch {
    return [0, ''];
  }
}
