import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Progress } from '../progress.js';
import { OperatorError } from '../text.js';
import { buildServer } from './temporal-build.js';
import { downloadCli } from './temporal-download.js';

/** Version of the server that is built, and that the others are compared with in the manuals. */
export const serverVersion = '1.32.0';

/** A program that can run a Temporal server; the two kinds are started differently. */
export interface TemporalProgram {
  kind: 'cli' | 'server';
  path: string;
}

/**
 * A Temporal server program, by the first way that works: on the PATH or in the cache folder, the
 * SDK's download, building it with Go. The last two happen once and end in the cache folder.
 *
 * Errors: `OperatorError` when no way works.
 */
export async function getTemporalProgram(
  cacheDir: string,
  progress: Progress,
  env: Record<string, string | undefined> = process.env,
): Promise<TemporalProgram> {
  const present = findTemporalProgram(cacheDir, env);
  if (present) return present;
  if (await downloadCli(cliPath(cacheDir), progress))
    return { kind: 'cli', path: cliPath(cacheDir) };
  const why = await buildServer(serverPath(cacheDir), serverVersion, progress, env);
  if (why === undefined) return { kind: 'server', path: serverPath(cacheDir) };
  throw new OperatorError({
    es: `No hay servidor Temporal: no está en el PATH ni en ${cacheDir}, la descarga no está al alcance y la compilación no sirvió (${why.es}). Instale el programa "temporal" (o Go 1.26.8 o posterior y vuelva a empezar), o dé un servidor propio en TEMPORAL_ADDRESS.`,
    en: `There is no Temporal server: it is neither on the PATH nor in ${cacheDir}, the download is out of reach and building it failed (${why.en}). Install the program "temporal" (or Go 1.26.8 or later and start again), or give a server of your own in TEMPORAL_ADDRESS.`,
  });
}

/** A program that is already here. The version in its name makes an update build a new one. */
export function findTemporalProgram(
  cacheDir: string,
  env: Record<string, string | undefined>,
): TemporalProgram | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates: TemporalProgram[] = [
    ...folders.map((folder) => ({ kind: 'cli' as const, path: join(folder, 'temporal') })),
    ...folders.map((folder) => ({
      kind: 'server' as const,
      path: join(folder, 'temporal-server'),
    })),
    { kind: 'cli', path: cliPath(cacheDir) },
    { kind: 'server', path: serverPath(cacheDir) },
  ];
  return candidates.find((candidate) => isExecutable(candidate.path));
}

/** Where the SDK's download ends up. */
export function cliPath(cacheDir: string): string {
  return join(cacheDir, 'temporal-cli');
}

/** Where the built server ends up. */
export function serverPath(cacheDir: string): string {
  return join(cacheDir, `temporal-server-${serverVersion}`);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
