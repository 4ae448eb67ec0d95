import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stopProcess } from '../process.js';
import type { Progress } from '../progress.js';

/** How long the download may take to bring its first byte, and to end. Milliseconds. */
export interface DownloadLimits {
  firstByteMs: number;
  wholeMs: number;
}

const usualLimits: DownloadLimits = { firstByteMs: 6_000, wholeMs: 300_000 };

// The SDK offers no way to download without starting a server, and no way to give up: it runs in a
// process of its own that can be ended, and the server it starts is stopped at once.
const script = `
const { TestWorkflowEnvironment } = require(process.argv[1]);
TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir: process.argv[2] } },
}).then((environment) => environment.teardown()).then(() => process.exit(0), () => process.exit(1));
`;

/**
 * Lets the Temporal SDK download its server program to `path`. Returns false, after one sentence, when the network does not answer within seconds.
 */
export async function downloadCli(
  path: string,
  progress: Progress,
  limits: DownloadLimits = usualLimits,
): Promise<boolean> {
  const folder = `${path}.download`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const text = { es: 'Descargando el servidor Temporal', en: 'Downloading the Temporal server' };
  const done = await progress.step(text, () => runDownload(folder, limits));
  const file = done ? largestFile(folder) : undefined;
  if (file) {
    chmodSync(file, 0o755);
    renameSync(file, path);
  } else {
    progress.note({
      es: 'La descarga del servidor Temporal no está al alcance; se intenta compilarlo.',
      en: 'The download of the Temporal server is out of reach; trying to build it.',
    });
  }
  rmSync(folder, { recursive: true, force: true });
  return file !== undefined;
}

async function runDownload(folder: string, limits: DownloadLimits): Promise<boolean> {
  const testing = createRequire(import.meta.url).resolve('@temporalio/testing');
  const child = spawn(process.execPath, ['-e', script, testing, folder], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  const startedAt = performance.now();
  while (true) {
    const pause = new Promise<undefined>((done) => setTimeout(done, 200, undefined));
    const result = await Promise.race([ended, pause]);
    if (result !== undefined) return result;
    const elapsed = performance.now() - startedAt;
    const silent = elapsed > limits.firstByteMs && largestFile(folder) === undefined;
    if (silent || elapsed > limits.wholeMs) {
      if (child.pid !== undefined)
        await stopProcess(child.pid, [{ signal: 'SIGTERM', waitMs: 300 }]);
      return false;
    }
  }
}

function largestFile(folder: string): string | undefined {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, size: statSync(path).size }))
    .filter((file) => file.size > 0);
  return files.sort((a, b) => b.size - a.size)[0]?.path;
}
