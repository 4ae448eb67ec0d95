import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { findFreePorts } from '../../platform/ports.js';

/** Processes of the built product, as an operator runs them. */
export interface Running {
  /** Addresses of the two APIs. */
  readonly apis: readonly [string, string];
  /** Ids of all processes and whether each still runs; a process started anew has another id. */
  pids(): readonly { pid: number | undefined; runs: boolean }[];
  stop(): Promise<void>;
}

/** What a command of the command line printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const MAIN = 'dist/cli/main.js';
/** Three processes begin on a machine that has other work as well. */
const STARTING = 60_000;

/** Starts two APIs and a worker with relay, and waits until they are ready. */
export async function startProcesses(env: NodeJS.ProcessEnv, folder: string): Promise<Running> {
  const ports = await findFreePorts(2);
  const start = (name: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = (chunk: Buffer) => appendFileSync(join(folder, `${name}.log`), chunk);
    child.stdout.on('data', log);
    child.stderr.on('data', log);
    return child;
  };
  const children: ChildProcess[] = [
    start('worker', ['worker']),
    ...ports.map((port, index) => start(`api-${index}`, ['api'], { RETORNO_PORT: String(port) })),
  ];
  const apis = ports.map((port) => `http://127.0.0.1:${port}`) as unknown as [string, string];
  const runs = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
  const isUp = async () => {
    if (!children.every(runs)) throw new Error(logsIn(folder));
    const ready = apis.map((url) =>
      fetch(`${url}/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return (await Promise.all(ready)).every(Boolean) && logsIn(folder).includes('worker runs');
  };
  await vi.waitUntil(isUp, { timeout: STARTING, interval: 50 });
  return {
    apis,
    pids: () => children.map((child) => ({ pid: child.pid, runs: runs(child) })),
    async stop() {
      const ended = children
        .filter(runs)
        .map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}

function logsIn(folder: string): string {
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, `${name}.log`), 'utf8');
    } catch {
      return '';
    }
  };
  return ['worker', 'api-0', 'api-1'].map(read).join('\n');
}

/** Runs `retorno` with the token of somebody, in Spanish, at one of the APIs. */
export function retorno(url: string, token: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, RETORNO_URL: url, RETORNO_TOKEN: token, LANG: 'es_MX.UTF-8' };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}
