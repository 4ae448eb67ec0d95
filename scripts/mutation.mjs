// `npm run mutation`: breaks the core line by line and counts how often its own tests notice; fails below 90 %. Takes half an
// hour and more. Stryker is installed into a copy of its own: it is needed here only, its current release
// asks for Node 22, and it brings more packages than the rest of the project together.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, say, setup } from './setup.mjs';

const VERSION = '9.6.1';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'retorno', 'mutation');
const FILES = ['package.json', 'package-lock.json', '.npmrc'];
const FOLDERS = ['protocols', 'test', 'scripts'];

await setup();
mkdirSync(folder, { recursive: true });
for (const name of [...FILES, ...FOLDERS]) {
  rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(join(root, name), join(folder, name), { recursive: true });
}
say(
  'Instalando Stryker aparte (cerca de un minuto)…',
  'Installing Stryker apart (about a minute)…',
);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
const steps = [
  [npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']],
  [npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages]],
  [
    join('node_modules', '.bin', 'stryker'),
    ['run', 'scripts/mutation/stryker.json', ...process.argv.slice(2)],
  ],
];
for (const [command, args] of steps) {
  const code = await run(command, args, { cwd: folder });
  if (code !== 0) process.exit(code);
}
