import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withFileLock } from '../file-lock.js';
import type { Progress, ReportProgress } from '../progress.js';
import type { BilingualText } from '../text.js';

/** Packages of the program with all it needs, as Go lists them for 1.32.0: only to show progress. */
const expectedPackages = 1_754;

/** The command that builds the server; its environment is that of this process and `env`. */
export function buildCommand(version: string, folder: string) {
  return {
    command: 'go',
    args: [
      'install',
      '-v',
      '-trimpath',
      '-ldflags',
      '-s -w',
      `go.temporal.io/server/cmd/server@v${version}`,
    ],
    env: { GOBIN: folder },
  };
}

/**
 * Builds the Temporal server with Go and puts it at `path`. An interrupted build goes on where it
 * stopped, because Go keeps every finished package in its own cache; a second start waits for the
 * first. Returns undefined when the program is there, otherwise why it is not.
 */
export async function buildServer(
  path: string,
  version: string,
  progress: Progress,
  env: Record<string, string | undefined> = process.env,
): Promise<BilingualText | undefined> {
  if (spawnSync('go', ['version'], { env, stdio: 'ignore' }).status !== 0) {
    return { es: 'Go no está instalado', en: 'Go is not installed' };
  }
  const text = {
    es: 'Compilando el servidor Temporal con Go (una sola vez, unos minutos)',
    en: 'Building the Temporal server with Go (once, some minutes)',
  };
  const work = (report: ReportProgress) => async () => {
    if (existsSync(path)) return undefined;
    const folder = join(dirname(path), 'go-bin');
    mkdirSync(folder, { recursive: true });
    const failure = await runBuild(version, folder, env, report);
    if (failure !== undefined) return { es: failure, en: failure };
    renameSync(join(folder, 'server'), path);
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  };
  return progress.step(text, (report) =>
    withFileLock(`${path}.lock`, work(report), () =>
      progress.note({
        es: 'Otro proceso está compilando el servidor Temporal; se espera a que termine.',
        en: 'Another process is building the Temporal server; waiting for it to end.',
      }),
    ),
  );
}

function runBuild(
  version: string,
  folder: string,
  env: Record<string, string | undefined>,
  report: ReportProgress,
): Promise<string | undefined> {
  const build = buildCommand(version, folder);
  return new Promise((resolve) => {
    // Outside any module, or the go.mod of a parent folder would take part.
    const child = spawn(build.command, build.args, {
      cwd: folder,
      env: { ...env, ...build.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    process.once('exit', stop);
    let packages = 0;
    let last: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = chunk.split('\n').filter((line) => line !== '');
      last = [...last, ...lines].slice(-4);
      packages += lines.filter((line) => !line.startsWith('go: ')).length;
      report({ fraction: Math.min(packages / expectedPackages, 0.99) });
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve(code === 0 ? undefined : last.join('; ') || `go install: ${code}`);
    });
  });
}
