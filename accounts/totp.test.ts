import { describe, expect, it } from 'vitest';
import { codeAt, newTotpSecret, stepOfCode, totpAddress } from './totp.js';

// RFC 6238 appendix B, SHA-1, last six digits; the secret is the ASCII text 12345678901234567890.
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('are those of RFC 6238 at %d seconds', (seconds, code) => {
    expect(codeAt(RFC, seconds * 1000)).toBe(code);
    expect(stepOfCode(RFC, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('fit one step before and after, typed with blanks too, and no other', () => {
    const now = Date.UTC(2026, 10, 27, 8);
    const step = now / 30_000;
    for (const away of [-1, 0, 1]) {
      const code = codeAt(RFC, now + away * 30_000);
      expect(stepOfCode(RFC, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(step + away);
    }
    for (const away of [-2, 2]) {
      expect(stepOfCode(RFC, codeAt(RFC, now + away * 30_000), now)).toBeUndefined();
    }
    for (const odd of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      expect(stepOfCode(RFC, odd, now)).toBeUndefined();
    }
  });

  it('come from 160 bits an app can read', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(totpAddress(one, 'persona.inventada@demo.example')).toBe(
      `otpauth://totp/Retorno:persona.inventada%40demo.example?issuer=Retorno&secret=${one}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
