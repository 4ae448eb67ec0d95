import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastLines } from '../last-lines.js';
import { removePidFile, stopLeftover, writePidFile } from '../pid-file.js';
import { findFreePort } from '../ports.js';
import { type Child, findCommandLine, spawnChild, stopProcess } from '../process.js';
import type { Progress } from '../progress.js';
import { OperatorError } from '../text.js';
import { clusterPlace, postgresAccount } from './postgres-account.js';
import { type Cluster, embeddedName, ensureCluster } from './postgres-cluster.js';
import { postgresPrograms } from './postgres-programs.js';

/** A PostgreSQL server of our own. */
export interface EmbeddedPostgres {
  /** Address with role and password of the owner of the database. Secret. */
  url: string;
  pid: number;
  /** Ends open sessions, writes everything out and stops. */
  stop(): Promise<void>;
}

// A fast shutdown first, an immediate one (recovered at the next start) when that hangs.
const shutdown = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
] as const;

const startTimeoutMs = 60_000;

/**
 * Starts PostgreSQL 18 on 127.0.0.1 with its files under `dataDir`, creating them the first time.
 * `port` is preferred, another free one is taken when it is in use. A server left over by a killed
 * owner is stopped first.
 *
 * Errors: `OperatorError` with what happened, why and what to do.
 */
export async function startPostgres(options: {
  dataDir: string;
  port?: number;
  progress: Progress;
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const account = postgresAccount();
  const place = clusterPlace(dataDir, account, options.progress);
  const pidFile = join(dataDir, 'postgres.pid');
  const logFile = join(dataDir, 'postgres.log');
  await stopLeftover(pidFile, place, shutdown);
  const text = { es: 'Preparando PostgreSQL', en: 'Preparing PostgreSQL' };
  return options.progress.step(text, async () => {
    const programs = postgresPrograms(account);
    const cluster = ensureCluster(place, programs, account);
    clearStaleLock(cluster.folder);
    const port = await findFreePort(options.port);
    const child = await spawnChild({
      command: programs.postgres,
      args: serverArguments(cluster.folder, port),
      cwd: place,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      account,
      logFile,
      parentDeathSignal: 'INT',
    });
    writePidFile(pidFile, child.pid);
    await untilReady(child, cluster, logFile);
    return {
      url: `postgresql://${embeddedName}:${cluster.password}@127.0.0.1:${port}/${embeddedName}`,
      pid: child.pid,
      stop: async () => {
        await stopProcess(child.pid, shutdown);
        removePidFile(pidFile);
      },
    };
  });
}

function serverArguments(folder: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    shared_buffers: '256MB',
    random_page_cost: '1.1',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's log must not quote statements, their parameters or rows: they hold personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  };
  return ['-D', folder, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])];
}

/**
 * PostgreSQL itself clears the lock of a dead server, unless the number was given to another
 * process meanwhile, which happens at once in a container.
 */
function clearStaleLock(folder: string): void {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const commandLine = findCommandLine(pid);
  if (commandLine?.includes(folder)) {
    throw new OperatorError({
      es: `Otro PostgreSQL (proceso ${pid}) usa ya los datos de ${folder}. Deténgalo con: kill -INT ${pid}`,
      en: `Another PostgreSQL (process ${pid}) already uses the data in ${folder}. Stop it with: kill -INT ${pid}`,
    });
  }
  rmSync(lock, { force: true });
}

async function untilReady(child: Child, cluster: Cluster, logFile: string): Promise<void> {
  const until = performance.now() + startTimeoutMs;
  while (performance.now() < until && !child.hasExited()) {
    if (isReady(cluster.folder, child.pid)) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  await stopProcess(child.pid, shutdown);
  throw new OperatorError({
    es: `PostgreSQL no arrancó. Las últimas líneas de ${logFile}:\n${lastLines(logFile, 8)}\nRevise memoria, espacio libre y permisos, y vuelva a empezar; los datos quedan como están.`,
    en: `PostgreSQL did not start. The last lines of ${logFile}:\n${lastLines(logFile, 8)}\nCheck memory, free space and permissions, and start again; the data is left as it is.`,
  });
}

/** The lock file's first line is the server's process id, its eighth the state. */
function isReady(folder: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
