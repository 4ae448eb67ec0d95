import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const source = new URL('../../platform/temporal/failure-converter.ts', import.meta.url);
const folder = new URL('../../node_modules/.retorno-test/', import.meta.url);

/**
 * Path of the failure converter compiled for workers of tests, which load it by `require` and in
 * the sandbox. It lies where `@temporalio/common` is found from.
 */
export function compiledFailureConverter(): string {
  const { code } = transformSync(readFileSync(source, 'utf8'), { loader: 'ts', format: 'cjs' });
  mkdirSync(folder, { recursive: true });
  const path = fileURLToPath(new URL('failure-converter.cjs', folder));
  // Renamed into place, since two test processes may do this at once.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, path);
  return path;
}
