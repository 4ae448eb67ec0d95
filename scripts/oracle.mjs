// `npm run oracle`: installs the PyPI package the second list of holidays comes from into a folder of its own, then
// compares working days on a million pairs and deadlines on a million cases. Minutes, not seconds.
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run, say, setup } from './setup.mjs';

const PACKAGE = 'holidays==0.109';
const folder = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'retorno',
  'oracle-0.109',
);
const python = join(folder, 'bin', 'python');

await setup();
if (!existsSync(join(folder, 'ready'))) {
  say('Instalando la segunda lista de feriados…', 'Installing the second list of holidays…');
  mkdirSync(folder, { recursive: true });
  const steps = [
    ['python3', ['-m', 'venv', folder]],
    [python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE]],
    [python, ['-c', `open(${JSON.stringify(join(folder, 'ready'))}, 'w').close()`]],
  ];
  for (const [command, args] of steps) if ((await run(command, args)) !== 0) process.exit(1);
}
process.env.ORACLE_PYTHON = python;
process.env.ORACLE_PAIRS ??= '1000000';
process.env.ORACLE_CASES ??= '1000000';
process.exit(
  await run('node_modules/.bin/vitest', [
    'run',
    '--project',
    'server',
    'test/oracle',
    ...process.argv.slice(2),
  ]),
);
