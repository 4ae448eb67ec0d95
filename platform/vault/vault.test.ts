import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileKeys } from './key-provider.js';
import { seal, unseal } from './seal.js';
import { createVault, KeyDestroyedError } from './vault.js';

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

  it("wraps a person's keys so that another person's row does not open them", async () => {
    const vault = createVault([named('k1')]);
    const { keys, stored } = await vault.create('p1');
    expect(await vault.open('p1', stored)).toEqual(keys);
    await expect(vault.open('p2', stored)).rejects.toThrow();
    await expect(createVault([named('k1')]).open('p1', stored)).rejects.toThrow();
    await expect(createVault([named('k2')]).open('p1', stored)).rejects.toThrow(/k1/);
  });

  it('opens keys wrapped by an older master key after rotation, and wraps them anew', async () => {
    const old = named('old');
    const { keys, stored } = await createVault([old]).create('p1');
    const fresh = named('new');
    const rotated = createVault([fresh, old]);
    expect(await rotated.open('p1', stored)).toEqual(keys);
    expect((await rotated.create('p2')).stored.wrappedBy).toBe('new');
    const again = await rotated.rewrap('p1', stored);
    expect(again?.wrappedBy).toBe('new');
    expect(await createVault([fresh]).open('p1', again!)).toEqual(keys);
    expect(await rotated.rewrap('p1', again!)).toBeUndefined();
  });

  it('wraps protection keys by a key of their own, which another institution may hold', async () => {
    const [general, confided] = [named('general'), named('confided')];
    const vault = createVault([general], fileKeys([general], [confided]));
    const { keys, stored } = await vault.create('p1');
    expect(stored.wrappedBy).toBe('general general confided');
    expect(await vault.open('p1', stored)).toEqual(keys);
    await expect(createVault([general]).open('p1', stored)).rejects.toThrow(/confided/);
  });

  it('opens what is left of a person, and throws for a key that was destroyed', async () => {
    const vault = createVault([named('k1')]);
    const { keys, stored } = await vault.create('p1');
    const left = await vault.open('p1', { ...stored, contact: Buffer.alloc(0) });
    expect(left.identity).toEqual(keys.identity);
    expect(Object.keys(left)).toEqual(['identity', 'protection']);
    expect(() => left.contact).toThrow(KeyDestroyedError);
  });

  it('keeps a secret for one place, under an older master key too', () => {
    const old = named('old:with a colon');
    const stored = createVault([old]).protect('GEZDGNBV', 'totp/one');
    expect(stored).not.toContain('GEZDGNBV');
    expect(createVault([named('new'), old]).reveal(stored, 'totp/one')).toBe('GEZDGNBV');
    expect(() => createVault([old]).reveal(stored, 'totp/other')).toThrow();
    expect(() => createVault([named('new')]).reveal(stored, 'totp/one')).toThrow(/old/);
  });

  it('never repeats a nonce', () => {
    const key = randomBytes(32);
    const nonces = new Set<string>();
    const plain = Buffer.from('x');
    for (let i = 0; i < 100_000; i += 1) {
      nonces.add(seal(key, plain, 'x').subarray(0, 12).toString('latin1'));
    }
    expect(nonces.size).toBe(100_000);
  });
});
