import { createHash, randomBytes } from 'node:crypto';

/** Random bytes in digits and letters up to `v`, of fixed length. */
export function randomCode(bytes: number): string {
  return BigInt(`0x${randomBytes(bytes).toString('hex')}`)
    .toString(32)
    .padStart(Math.ceil((bytes * 8) / 5), '0');
}

/** SHA-256 of a secret of which only this is kept. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
