// What a fresh clone needs before anything else runs: the right Node and the dependencies of the lock file.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const spanish = !/^en/i.test(
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'es',
);

/** One sentence in the reader's language. */
export function say(es, en) {
  process.stderr.write(`${spanish ? es : en}\n`);
}

/** Runs a program from the project's folder; resolves with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Stops with a sentence when Node is too old; installs the dependencies when the lock file changed. */
export async function setup() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(
      `Retorno necesita Node 20.19 o más nuevo y este es ${process.versions.node}. Instale una versión nueva desde nodejs.org y repita la orden.`,
      `Retorno needs Node 20.19 or newer and this is ${process.versions.node}. Install a newer one from nodejs.org and run the command again.`,
    );
    process.exit(1);
  }
  const lock = createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex');
  const mark = new URL('node_modules/.retorno-lock', root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say(
    'Instalando dependencias (una vez, cerca de un minuto)…',
    'Installing dependencies (once, about a minute)…',
  );
  const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    say(
      'No se pudieron instalar las dependencias. Revise la conexión con el registro de paquetes (lo anterior dice el motivo) y repita la orden.',
      'The dependencies could not be installed. Check the connection to the package registry (the reason is above) and run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(mark, lock);
}

/** Builds what changed; stops when that fails. */
export async function build() {
  if ((await run(process.execPath, ['scripts/build.mjs'])) !== 0) process.exit(1);
}
