import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const SOUND = 'examples/protocols/older-person-return.yaml';

const folder = mkdtempSync(join(tmpdir(), 'retorno-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as an operator runs it: no server, no database, no settings. */
function check(...args: string[]) {
  return spawnSync(process.execPath, ['dist/cli/main.js', 'check', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' },
  });
}

test('retorno check ends with 0 without findings, 1 with, and 2 when a file cannot be used', () => {
  const sound = check(SOUND);
  expect([sound.status, sound.stdout, sound.stderr]).toEqual([0, `${SOUND}: no findings\n`, '']);

  const unsafe = join(folder, 'unsafe.yaml');
  // Whoever departs need no longer be fit to travel.
  writeFileSync(unsafe, readFileSync(SOUND, 'utf8').replaceAll(/^ +fitToTravel,\n/gm, ''));
  const broken = check('--json', unsafe);
  expect([broken.status, broken.stderr]).toEqual([1, '']);
  const [{ name, findings }] = JSON.parse(broken.stdout);
  expect(name).toBe(unsafe);
  expect(findings.map(({ invariant }: { invariant: string }) => invariant)).toContain('INV-A11');

  const missing = join(folder, 'nowhere.yaml');
  const unusable = check(missing);
  expect([unusable.status, unusable.stdout]).toEqual([2, '']);
  expect(unusable.stderr).toContain(`${missing}: it cannot be read`);
});
