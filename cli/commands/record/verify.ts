import { readFileSync } from 'node:fs';
import { type Language, languageOf, OperatorError } from '../../../platform/text.js';
import { parseVerifier, type Verifier } from '../../../record/note/keys.js';
import { type Verdict, verifyPack } from '../../../record/verify/verify-pack.js';
import { explain } from '../../explain.js';
import { sayVerdict, UNTRUSTED } from './say-verdict.js';

/** As given on the command line. */
export interface VerifyOptions {
  readonly key?: string;
  readonly checkpoint?: readonly string[];
  readonly json?: boolean;
}

/**
 * How it ended: 0 nothing wrong, 1 faults, 2 it could not be done, or a question stays open: which log signed, where no key was
 * given, or whether it begins with a checkpoint.
 */
export type VerifyCode = 0 | 1 | 2;

/**
 * Verifies a file and tells about it; `warning` is what nobody may overlook. Reads files only. Throws `OperatorError` for what is no
 * key.
 */
export function verifyFile(
  file: string,
  options: VerifyOptions,
  language: Language,
): { code: VerifyCode; text: string; warning?: string } {
  const trusted = options.key !== undefined;
  const verdict = verifyPack(read(file), {
    ...(options.key ? { log: readKey(options.key) } : {}),
    own: (options.checkpoint ?? []).map(read),
  });
  const text = options.json
    ? `${JSON.stringify({ ...verdict, trusted })}\n`
    : sayVerdict(verdict, { language, checkpoints: options.checkpoint?.length ?? 0 });
  const code = codeOf(verdict, trusted);
  return { code, text, ...(trusted ? {} : { warning: UNTRUSTED[language] }) };
}

function codeOf({ faults, open }: Verdict, trusted: boolean): VerifyCode {
  if (faults.length > 0) return 1;
  return trusted && open.length === 0 ? 0 : 2;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      {
        es: `No se puede leer el archivo ${file}. Revise la ruta y los permisos.`,
        en: `The file ${file} cannot be read. Check the path and its permissions.`,
      },
      { cause },
    );
  }
}

function readKey(file: string): Verifier {
  const key = parseVerifier(read(file));
  if (key) return key;
  throw new OperatorError({
    es: `En ${file} no hay una clave de registro. «retorno log key» la muestra a quien lo opera.`,
    en: `${file} holds no key of a log. "retorno log key" shows it to whoever runs the log.`,
  });
}

/** The command `retorno verify`. Needs neither network, database nor settings. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  try {
    const { code, text, warning } = verifyFile(file, options, languageOf(process.env));
    process.stdout.write(text);
    if (warning) process.stderr.write(`${warning}\n`);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
}
