import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the servers that `up` started can be reached. Secret: the database address holds a password. */
export interface RunningAddresses {
  readonly pid: number;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly apiUrl: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'running.json');

export function writeRunningAddresses(dataDir: string, addresses: RunningAddresses): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
}

export function removeRunningAddresses(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/** The addresses of a running `up`; undefined when none runs from this folder. */
export function findRunningAddresses(dataDir: string): RunningAddresses | undefined {
  const path = fileOf(dataDir);
  if (!existsSync(path)) return undefined;
  const addresses = JSON.parse(readFileSync(path, 'utf8')) as RunningAddresses;
  try {
    process.kill(addresses.pid, 0);
    return addresses;
  } catch {
    return undefined;
  }
}
