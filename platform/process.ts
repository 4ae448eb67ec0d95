import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

/** How to start a server process. */
export interface SpawnOptions {
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Unprivileged account to run as; only root may give it. */
  account?: { uid: number; gid: number };
  /** Its output is appended to this file. */
  logFile: string;
  /** Signal the kernel sends it when this process dies in any way (Linux with setpriv only). */
  parentDeathSignal: 'TERM' | 'INT';
}

/** A running child: its process id and what became of it. */
export interface Child {
  pid: number;
  process: ChildProcess;
  hasExited(): boolean;
}

/**
 * Starts a server as a child without terminal. Errors: the start itself (no such file, no
 * permission); what the program says later is in its log file.
 */
export async function spawnChild(options: SpawnOptions): Promise<Child> {
  setAsideLargeLog(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  try {
    // The signal is tied to the thread that spawns, so servers are started from the main thread.
    const guarded = hasSetpriv();
    const child = spawn(
      guarded ? 'setpriv' : options.command,
      guarded
        ? ['--pdeathsig', options.parentDeathSignal, '--', options.command, ...options.args]
        : options.args,
      {
        cwd: options.cwd,
        env: options.env,
        stdio: ['ignore', log, log],
        // A Ctrl-C at the terminal must reach the parent only: it stops its children in order.
        detached: true,
        ...options.account,
      },
    );
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    const { pid } = child;
    if (pid === undefined) throw new Error(`no process id for ${options.command}`);
    const hasExited = () => child.exitCode !== null || child.signalCode !== null;
    return { pid, process: child, hasExited };
  } finally {
    closeSync(log);
  }
}

const largeLogBytes = 20_000_000;

/** One older log is kept, so that a server restarted for years does not fill the disk. */
function setAsideLargeLog(path: string): void {
  if (existsSync(path) && statSync(path).size > largeLogBytes) renameSync(path, `${path}.old`);
}

let setprivFound: boolean | undefined;

function hasSetpriv(): boolean {
  setprivFound ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'TERM', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return setprivFound;
}

/**
 * Ends a process by id: the given signals in turn, each with its time in milliseconds, then
 * SIGKILL. Returns when it is gone; a process that does not exist is no error.
 */
export async function stopProcess(
  pid: number,
  signals: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
    { signal: 'SIGTERM', waitMs: 10_000 },
  ],
): Promise<void> {
  for (const { signal, waitMs } of [...signals, { signal: 'SIGKILL' as const, waitMs: 5_000 }]) {
    if (!sendSignal(pid, signal)) return;
    const until = performance.now() + waitMs;
    while (performance.now() < until) {
      if (findCommandLine(pid) === undefined) return;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  throw new Error(`process ${pid} does not end`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Command line of a living process, arguments parted by blanks; undefined when it is gone. */
export function findCommandLine(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      // A zombie has an empty command line: it has ended and only waits to be collected.
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return line === '' ? undefined : line;
    } catch {
      return undefined;
    }
  }
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const line = ps.stdout?.trim() ?? '';
  return line === '' || line.includes('<defunct>') ? undefined : line;
}

/** When a process began, in a form only good for comparing: ids are used again, these are not. */
export function findStartMark(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold blanks, so fields are counted after it; field 22 is the start.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    } catch {
      return undefined;
    }
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout?.trim() || undefined;
}
