import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentProgress } from '../progress.js';
import { buildServer } from './temporal-build.js';
import { cliPath, findTemporalProgram, serverPath } from './temporal-program.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, text = '#!/bin/sh\n'): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

test('the PATH goes before the cache folder, the command line tool before the server', () => {
  const env = { PATH: `/nowhere:${join(folder, 'bin')}` };
  const cache = join(folder, 'cache');
  expect(findTemporalProgram(cache, env)).toBeUndefined();
  const built = program(serverPath(cache));
  expect(findTemporalProgram(cache, env)).toEqual({ kind: 'server', path: built });
  const downloaded = program(cliPath(cache));
  expect(findTemporalProgram(cache, env)).toEqual({ kind: 'cli', path: downloaded });
  const installed = program(join(folder, 'bin', 'temporal-server'));
  expect(findTemporalProgram(cache, env)).toEqual({ kind: 'server', path: installed });
});

test('a file that may not be run is passed over', () => {
  chmodSync(program(cliPath(folder)), 0o644);
  expect(findTemporalProgram(folder, {})).toBeUndefined();
});

test('without Go the reason is said', async () => {
  const why = await buildServer(join(folder, 's'), '1.0.0', silentProgress, { PATH: folder });
  expect(why).toEqual({ es: 'Go no está instalado', en: 'Go is not installed' });
});

test('a build that fails says what Go said, and leaves neither lock nor program', async () => {
  const go = '#!/bin/sh\n[ "$1" = version ] && exit 0\necho "no such module" >&2\nexit 1\n';
  program(join(folder, 'go'), go);
  const path = join(folder, 'cache', 'server');
  const env = { PATH: `${folder}:/bin:/usr/bin` };
  expect((await buildServer(path, '1.0.0', silentProgress, env))?.en).toContain('no such module');
  expect(findTemporalProgram(join(folder, 'cache'), {})).toBeUndefined();
});

test('two starts build once', async () => {
  const log = join(folder, 'runs');
  const go = `#!/bin/sh\n[ "$1" = version ] && exit 0\necho run >> ${log}\necho bin > "$GOBIN/server"\n`;
  program(join(folder, 'go'), go);
  const path = join(folder, 'cache', 'server');
  const env = { PATH: `${folder}:/bin:/usr/bin` };
  const both = [1, 2].map(() => buildServer(path, '1.0.0', silentProgress, env));
  expect(await Promise.all(both)).toEqual([undefined, undefined]);
  expect(readFileSync(log, 'utf8')).toBe('run\n');
});
