import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../progress.js';
import { OperatorError } from '../text.js';

/** User and group a server runs as. */
export interface Account {
  uid: number;
  gid: number;
}

const accountName = 'postgres';

/**
 * The account for PostgreSQL, which refuses to run as root. Undefined for an ordinary user: the
 * server then simply runs as that user. As root the system account `postgres` is used, and made
 * when it does not exist.
 *
 * Errors: `OperatorError` when no such account can be made.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = findAccount() ?? createAccount();
  if (found) return found;
  throw new OperatorError({
    es: `PostgreSQL no puede ejecutarse como root y no se pudo crear el usuario del sistema "${accountName}". Créelo (useradd --system ${accountName}) o ejecute Retorno como un usuario normal.`,
    en: `PostgreSQL cannot run as root and the system user "${accountName}" could not be made. Make it (useradd --system ${accountName}) or run Retorno as an ordinary user.`,
  });
}

function findAccount(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const id = spawnSync('id', [flag, accountName], { encoding: 'utf8' });
    return id.status === 0 ? Number(id.stdout.trim()) : undefined;
  });
  return uid && gid ? { uid, gid } : undefined;
}

function createAccount(): Account | undefined {
  // The second form is that of small systems without useradd.
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false'],
    ['adduser', '-S', '-D', '-H', '-s', '/bin/false'],
  ];
  for (const [command = '', ...args] of ways) {
    if (spawnSync(command, [...args, accountName], { stdio: 'ignore' }).status === 0) {
      return findAccount();
    }
  }
  return undefined;
}

/**
 * The folder for the cluster: `<dataDir>/postgres`. When the account cannot reach it because a
 * parent is closed to it, a folder under /var/lib/retorno is taken and remembered in
 * `<dataDir>/postgres-place`; the parents of the data folder are never opened to others.
 */
export function clusterPlace(
  dataDir: string,
  account: Account | undefined,
  progress: Progress,
): string {
  const remembered = join(dataDir, 'postgres-place');
  if (existsSync(remembered)) return prepare(readFileSync(remembered, 'utf8').trim(), account);
  const usual = prepare(join(dataDir, 'postgres'), account);
  if (account === undefined || canReach(usual, account)) return usual;
  const other = prepare(`/var/lib/retorno/${randomBytes(6).toString('hex')}`, account);
  if (!canReach(other, account)) {
    throw new OperatorError({
      es: `El usuario "${accountName}" no puede entrar en ${usual} ni en ${other}. Ponga RETORNO_DATA_DIR en una carpeta por cuyos niveles pueda pasar (chmod o+x), o no ejecute Retorno como root.`,
      en: `The user "${accountName}" can enter neither ${usual} nor ${other}. Set RETORNO_DATA_DIR to a folder whose parents it may pass (chmod o+x), or do not run Retorno as root.`,
    });
  }
  rmdirSync(usual);
  writeFileSync(remembered, `${other}\n`, { mode: 0o600 });
  progress.note({
    es: `PostgreSQL no puede leer ${dataDir} como usuario sin privilegios; su base queda en ${other}.`,
    en: `PostgreSQL cannot read ${dataDir} as an unprivileged user; its database lies in ${other}.`,
  });
  return other;
}

function prepare(folder: string, account: Account | undefined): string {
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function canReach(folder: string, account: Account): boolean {
  const test = spawnSync('test', ['-w', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return test.status === 0;
}
