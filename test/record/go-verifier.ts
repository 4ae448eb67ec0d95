import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SOURCE = fileURLToPath(new URL('../../verifier', import.meta.url));
const run = promisify(execFile);

/** What the second verifier says of a pack. */
export interface SecondVerdict {
  readonly leaves: number;
  readonly faults: readonly { code: string; position: number; until: number }[] | null;
  readonly open: readonly number[] | null;
}

/** Builds the second verifier once into the cache folder; undefined where there is no Go. */
export async function buildVerifier(): Promise<string | undefined> {
  const sources = readdirSync(SOURCE)
    .filter((name) => /\.go$|^go\./.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of sources) hash.update(name).update(readFileSync(join(SOURCE, name)));
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'retorno');
  const program = join(cache, `verifier-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(program)) return program;
  try {
    await run('go', ['version']);
  } catch {
    console.warn('There is no Go on this machine: the second verifier is NOT tested.');
    return undefined;
  }
  mkdirSync(cache, { recursive: true });
  const fresh = `${program}.${process.pid}`;
  await run('go', ['build', '-trimpath', '-o', fresh, '.'], { cwd: SOURCE });
  renameSync(fresh, program);
  return program;
}

/** The second verifier as a process that judges one file after another. */
export interface SecondVerifier {
  verify(file: string): Promise<SecondVerdict>;
  stop(): void;
}

export function startVerifier(
  program: string,
  known: { key: string; own: readonly string[] },
): SecondVerifier {
  const own = known.own.flatMap((file) => ['-checkpoint', file]);
  const child: ChildProcess = spawn(program, ['-batch', '-key', known.key, ...own], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: Interface = createInterface({ input: child.stdout! });
  const next = lines[Symbol.asyncIterator]();
  return {
    async verify(file) {
      child.stdin!.write(`${file}\n`);
      const line = await next.next();
      if (line.done) throw new Error('The second verifier ended');
      return JSON.parse(line.value) as SecondVerdict;
    },
    stop() {
      child.stdin!.end();
      lines.close();
    },
  };
}
