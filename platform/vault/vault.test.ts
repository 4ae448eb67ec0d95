import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.js';
import { createVault } from './vault.js';

const named = (id: string) => ({ id, key: randomBytes(32) });

describe('vault', () => {
  it('opens only at the place a value was sealed for', () => {
    const key = randomBytes(32);
    const sealed = seal(key, Buffer.from('Persona Inventada'), 'answers/run-a/1');
    expect(unseal(key, sealed, 'answers/run-a/1').toString()).toBe('Persona Inventada');
    expect(() => unseal(key, sealed, 'answers/run-b/1')).toThrow();
  });

  it('refuses a value with any byte changed', () => {
    const key = randomBytes(32);
    const sealed = seal(key, Buffer.from('Persona Inventada'), 'x');
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      expect(() => unseal(key, changed, 'x')).toThrow();
    }
  });

  it("wraps a person's keys so that another person's row does not open them", () => {
    const vault = createVault([named('k1')]);
    const { keys, stored } = vault.create('p1');
    expect(vault.open('p1', stored)).toEqual(keys);
    expect(() => vault.open('p2', stored)).toThrow();
    expect(() => createVault([named('k1')]).open('p1', stored)).toThrow();
    expect(() => createVault([named('k2')]).open('p1', stored)).toThrow(/k1/);
  });

  it('opens keys wrapped by an older master key after rotation', () => {
    const old = named('old');
    const { keys, stored } = createVault([old]).create('p1');
    const rotated = createVault([named('new'), old]);
    expect(rotated.open('p1', stored)).toEqual(keys);
    expect(rotated.create('p2').stored.wrappedBy).toBe('new');
  });

  it('keeps a secret for one place, under an older master key too', () => {
    const old = named('old:with a colon');
    const stored = createVault([old]).protect('GEZDGNBV', 'totp/one');
    expect(stored).not.toContain('GEZDGNBV');
    expect(createVault([named('new'), old]).reveal(stored, 'totp/one')).toBe('GEZDGNBV');
    expect(() => createVault([old]).reveal(stored, 'totp/other')).toThrow();
    expect(() => createVault([named('new')]).reveal(stored, 'totp/one')).toThrow(/old/);
  });
});
