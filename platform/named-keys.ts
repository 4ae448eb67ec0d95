import { createHash } from 'node:crypto';

/** A 256-bit key and the public name under which ciphertext refers to it. */
export interface NamedKey {
  id: string;
  key: Buffer;
}

/** Name given to a key without one: short, stable, and tells nothing about the key. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('retorno-key-id').update(key).digest('hex').slice(0, 12);
}

/**
 * Reads `base64` or `id:base64`, several separated by commas. The first key encrypts; all decrypt,
 * which is how a key is rotated. Returns undefined when any key is not 32 bytes of base64, or when
 * two keys share an id.
 */
export function parseNamedKeys(text: string): NamedKey[] | undefined {
  const keys: NamedKey[] = [];
  for (const part of text.split(',')) {
    const match = /^(?:([A-Za-z0-9._-]{1,40}):)?([A-Za-z0-9+/]{43}=)$/.exec(part.trim());
    if (!match) return undefined;
    const key = Buffer.from(match[2] ?? '', 'base64');
    keys.push({ id: match[1] ?? keyIdOf(key), key });
  }
  const ids = new Set(keys.map((named) => named.id));
  return ids.size === keys.length ? keys : undefined;
}
