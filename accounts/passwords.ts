import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with what OWASP's password storage sheet asks for: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** NIST SP 800-63B and OWASP ASVS 5.0 6.2: length instead of kinds of characters; the upper limit keeps hashing cheap. */
export const SHORTEST = 12;
export const LONGEST = 128;

export type PasswordFault = 'too-short' | 'too-long' | 'too-simple' | 'too-close';

/**
 * What is wrong with a new password; undefined when it can be taken. `near` are words an attacker would try first: the
 * person's name and address.
 */
export function faultOfPassword(
  password: string,
  near: readonly string[],
): PasswordFault | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return 'too-short';
  if (length > LONGEST) return 'too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain)) return 'too-simple';
  const rest = [...near, 'retorno']
    .flatMap((word) =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), plain);
  return [...rest].length < SHORTEST / 2 ? 'too-close' : undefined;
}

/** Rows of a keyboard and of the alphabet, forwards and backwards, as people walk along them. */
const WALKS = ['abcdefghijklmnñopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjklñ', 'zxcvbnm'];

function isRun(plain: string): boolean {
  const pairs = WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]);
  const characters = [...plain];
  const steps = characters
    .slice(1)
    .filter((next, at) => pairs.some((walk) => walk.includes(characters[at]! + next)));
  return steps.length >= (characters.length - 1) * 0.75;
}

/** The hash to keep, with its own salt and cost. About 35 ms and 19 MiB. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let stranger: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash it takes as long and is false, so that nobody learns by the time who
 * has an account.
 */
export async function fitsPassword(password: string, kept: string | undefined): Promise<boolean> {
  stranger ??= hashPassword(randomBytes(16).toString('hex'));
  if (password.length > 4 * LONGEST) return false;
  const fits = await verify(kept ?? (await stranger), password.normalize('NFKC'));
  return fits && kept !== undefined;
}
