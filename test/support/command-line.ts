import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** How a command ended and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command `retorno` as an operator does, in Spanish unless told; other processes go on meanwhile. */
export function runRetorno(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const given = { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } };
    execFile(process.execPath, [MAIN, ...args], given, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** The command at the database of a test: what it says. Rejects with that when it fails. */
export function retornoAt(
  database: () => { readonly url: string },
): (...args: string[]) => Promise<string> {
  return async (...args) => {
    const key = randomBytes(32).toString('base64');
    const { code, stdout, stderr } = await runRetorno(args, {
      DATABASE_URL: database().url,
      RETORNO_MASTER_KEY: key,
      RETORNO_PAYLOAD_KEY: key,
      RETORNO_PUBLIC_URL: 'https://retorno.example',
    });
    if (code !== 0) throw new Error(`${code}: ${stdout}${stderr}`);
    return stdout;
  };
}
