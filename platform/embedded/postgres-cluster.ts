import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../text.js';
import type { Account } from './postgres-account.js';
import type { PostgresPrograms } from './postgres-programs.js';

/** Role that owns the embedded database, and name of that database. */
export const embeddedName = 'retorno';

/** Major version of the programs; the files of one major version cannot be read by another. */
const majorVersion = '18';

/** A created cluster: its data folder and the password of its role. */
export interface Cluster {
  folder: string;
  password: string;
}

/**
 * The cluster in `place`, created when there is none. It is made beside its final name and renamed
 * when whole, so an interrupted creation starts again from nothing. Encoding UTF-8, collation by
 * PostgreSQL's own C.UTF-8: the same order on every machine, whatever its C library.
 *
 * Errors: `OperatorError` when creation fails or the files are of another major version.
 */
export function ensureCluster(
  place: string,
  programs: PostgresPrograms,
  account: Account | undefined,
): Cluster {
  const folder = join(place, 'cluster');
  const passwordFile = join(place, 'password');
  if (existsSync(join(folder, 'PG_VERSION'))) {
    checkVersion(folder);
    return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
  }
  const password = randomBytes(24).toString('base64url');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const unfinished = join(place, 'cluster.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const run = (program: string, args: string[], input?: string): void => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
    const options = { ...account, cwd: place, env, input, encoding: 'utf8' as const };
    const result = spawnSync(program, args, options);
    if (result.status !== 0) throw creationFailed(place, result.stderr || String(result.error));
  };
  run(programs.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${embeddedName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]);
  // Single-user mode makes the database without a network connection or a client library.
  run(
    programs.postgres,
    ['--single', '-j', '-D', unfinished, 'postgres'],
    `CREATE DATABASE ${embeddedName}\n`,
  );
  renameSync(unfinished, folder);
  return { folder, password };
}

function checkVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new OperatorError({
    es: `La base de datos en ${folder} es de PostgreSQL ${version} y este Retorno trae PostgreSQL ${majorVersion}. Use la versión anterior de Retorno para hacer una copia, o aparte esa carpeta.`,
    en: `The database in ${folder} is of PostgreSQL ${version} and this Retorno brings PostgreSQL ${majorVersion}. Use the earlier Retorno to make a dump, or move that folder away.`,
  });
}

function creationFailed(place: string, output: string): OperatorError {
  const last = output.trim().split('\n').slice(-5).join('\n');
  return new OperatorError({
    es: `No se pudo crear la base de datos en ${place}. PostgreSQL dice:\n${last}\nRevise el espacio libre y los permisos de la carpeta.`,
    en: `The database could not be created in ${place}. PostgreSQL says:\n${last}\nCheck the free space and the permissions of the folder.`,
  });
}
