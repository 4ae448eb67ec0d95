import { randomBytes } from 'node:crypto';

/** 128 random bits, 26 letters and digits; not ordered in time. */
export function randomId(): string {
  return BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString(32)
    .padStart(26, '0');
}
