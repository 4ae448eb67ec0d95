import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from '../last-lines.js';
import { removePidFile, stopLeftover, writePidFile } from '../pid-file.js';
import { findFreePort, findFreePorts, waitForPort } from '../ports.js';
import { type Child, spawnChild, stopProcess } from '../process.js';
import type { Progress } from '../progress.js';
import type { Settings } from '../settings.js';
import { OperatorError } from '../text.js';
import {
  dynamicConfig,
  dynamicConfigFile,
  otherPortCount,
  sqliteStore,
  type TemporalStore,
  temporalConfig,
} from './temporal-config.js';
import { ensureNamespace } from './temporal-namespace.js';
import { getTemporalProgram, type TemporalProgram } from './temporal-program.js';

/** A Temporal server to work with, ours or somebody else's. */
export interface TemporalServer {
  /** host:port of its frontend. */
  address: string;
  namespace: string;
  /** Process id when it is ours. */
  pid?: number;
  /** Stops it when it is ours; does nothing to a server given by TEMPORAL_ADDRESS. */
  stop(): Promise<void>;
}

/** What a caller may want differently. */
export interface TemporalServerOptions {
  settings: Pick<Settings, 'temporal' | 'paths'>;
  progress: Progress;
  /** Preferred port of the frontend; another free one is taken when it is in use. */
  port?: number;
  /** Where histories are kept; the file `temporal/temporal.db` in the data folder by default. */
  store?: (folder: string) => TemporalStore;
  /** Where it says its metrics as Prometheus reads them; nowhere unless given. */
  metricsPort?: number;
  /** How long closed runs stay readable in Temporal; their record in PostgreSQL has no end. */
  retentionDays?: number;
}

const startTimeoutMs = 60_000;

// Stopped within its first seconds the server waits for itself; ending it hard loses nothing,
// because every commit of its store is flushed.
const shutdown = [{ signal: 'SIGTERM', waitMs: 4_000 }] as const;

/**
 * A real Temporal server with the namespace registered and usable: the one of TEMPORAL_ADDRESS, or
 * else one started on 127.0.0.1 with its files in the data folder. One left over by a killed owner
 * is stopped first.
 *
 * Errors: `OperatorError` with what happened, why and what to do.
 */
export async function ensureTemporalServer(
  options: TemporalServerOptions,
): Promise<TemporalServer> {
  const { temporal, paths } = options.settings;
  const { namespace } = temporal;
  if (temporal.address !== undefined) {
    return { address: temporal.address, namespace, stop: async () => {} };
  }
  const folder = join(paths.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(folder, 'server.pid');
  const logFile = join(folder, 'server.log');
  await stopLeftover(pidFile, folder, shutdown);
  const program = await getTemporalProgram(paths.cacheDir, options.progress);
  const text = { es: 'Arrancando Temporal', en: 'Starting Temporal' };
  return options.progress.step(text, async () => {
    const port =
      options.port === undefined ? await steadyPort(folder) : await findFreePort(options.port);
    const store = (options.store ?? sqliteStore)(folder);
    const args = await prepare(program, folder, { port, store, metricsPort: options.metricsPort });
    const child = await spawnChild({
      command: program.path,
      args,
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TZ: 'UTC' },
      logFile,
      parentDeathSignal: 'TERM',
    });
    writePidFile(pidFile, child.pid);
    const stop = async (): Promise<void> => {
      await stopProcess(child.pid, shutdown);
      removePidFile(pidFile);
    };
    const address = `127.0.0.1:${port}`;
    try {
      if (!(await waitForPort(port, startTimeoutMs, child.hasExited))) throw new Error('no answer');
      const retentionDays = options.retentionDays ?? 30;
      await ensureNamespace(address, namespace, retentionDays, child.hasExited);
    } catch (cause) {
      await stop();
      throw notStarted(child, logFile, cause);
    }
    return { address, namespace, pid: child.pid, stop };
  });
}

/** Writes the files the program needs and returns its arguments. */
async function prepare(
  program: TemporalProgram,
  folder: string,
  of: { port: number; store: TemporalStore; metricsPort: number | undefined },
): Promise<string[]> {
  const { port, store, metricsPort } = of;
  if (program.kind === 'cli') {
    const values = Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]);
    const database = join(folder, 'temporal-cli.db');
    return [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless'],
      ...['--db-filename', database, '--sqlite-pragma', 'journal_mode=wal'],
      ...['--sqlite-pragma', 'synchronous=2', '--log-level', 'warn', ...values],
      ...(metricsPort === undefined ? [] : ['--metrics-port', String(metricsPort)]),
    ];
  }
  const configFile = join(folder, 'config.yaml');
  const dynamicFile = join(folder, 'dynamic.yaml');
  const others = await steadyPorts(join(folder, 'ports.json'), otherPortCount);
  const ports = { frontend: port, others };
  // JSON is YAML, so no writer for that format is needed.
  const config = JSON.stringify(temporalConfig(store, ports, dynamicFile, metricsPort), null, 1);
  writeFileSync(configFile, config, { mode: 0o600 });
  writeFileSync(dynamicFile, dynamicConfigFile(), { mode: 0o600 });
  return ['--config-file', configFile, '--allow-no-auth', 'start'];
}

/**
 * The ports of the last start where they are still free. The server's members know each other by address and remember
 * them for twenty seconds: started again sooner on other ports, they look for each other where nobody is.
 */
async function steadyPorts(file: string, count: number): Promise<number[]> {
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const before = Array.isArray(known) ? known.filter((port) => Number.isInteger(port)) : [];
  const fresh = await findFreePorts(count);
  const ports: number[] = [];
  for (const [index, port] of fresh.entries()) {
    ports.push(await findFreePort(before[index] ?? port));
  }
  writeFileSync(file, JSON.stringify(ports), { mode: 0o600 });
  return ports;
}

async function steadyPort(folder: string): Promise<number> {
  const [port] = await steadyPorts(join(folder, 'frontend-port.json'), 1);
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

function notStarted(child: Child, logFile: string, cause: unknown): OperatorError {
  const lines = lastLines(logFile, 6);
  const reason = cause instanceof Error ? cause.message : String(cause);
  const ended = child.hasExited();
  return new OperatorError(
    {
      es: `El servidor Temporal no llegó a estar disponible (${ended ? 'el proceso terminó' : reason}). Las últimas líneas de ${logFile}:\n${lines}\nVuelva a empezar; si se repite, revise espacio libre y memoria, o dé un servidor propio en TEMPORAL_ADDRESS.`,
      en: `The Temporal server did not become available (${ended ? 'the process ended' : reason}). The last lines of ${logFile}:\n${lines}\nStart again; if it happens again check free space and memory, or give a server of your own in TEMPORAL_ADDRESS.`,
    },
    { cause },
  );
}
