import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, half a minute. */
const SHAPE = { issuer: 'Retorno', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of 160 bits (RFC 4226 section 4), in the letters people can type into an app. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an app reads from a picture; it names the account. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({ ...SHAPE, label: email, secret }).toString();
}

/**
 * The time step whose code this is, at most one before or after `now` (epoch milliseconds) because clocks differ;
 * undefined for any other code. A step is to be used once only.
 */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = new TOTP({ ...SHAPE, secret }).validate({ token, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / SHAPE.period) + delta;
}

/** The code of a moment, as an app shows it; for tests and the demo. */
export function codeAt(secret: string, now: number): string {
  return new TOTP({ ...SHAPE, secret }).generate({ timestamp: now });
}
