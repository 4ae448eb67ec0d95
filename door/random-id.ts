import { randomCode } from '../db/queries/random-code.js';

/** 128 random bits, 26 letters and digits; not ordered in time. */
export function randomId(): string {
  return randomCode(16);
}
