import { describe, expect, it } from 'vitest';
import { faultOfPassword, fitsPassword, hashPassword } from './passwords.js';

const NEAR = ['Persona Inventada', 'persona.inventada@consulado.example'];

describe('a new password', () => {
  it.each([
    ['corta', 'too-short'],
    ['once signos', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaa', 'too-simple'],
    ['abababababab', 'too-simple'],
    ['123456789012', 'too-simple'],
    ['qwertyuiopasdf', 'too-simple'],
    ['Inventada2026', 'too-close'],
    ['retorno-persona', 'too-close'],
    ['consulado.example', 'too-close'],
  ])('is refused for a reason: %s', (password, fault) => {
    expect(faultOfPassword(password, NEAR)).toBe(fault);
  });

  it.each([
    'cuatro nubes sobre el río',
    'Ñandú y maíz de 1821',
    'correct horse battery',
    '密码密碼口令暗号合言葉鍵錠門扉窓',
  ])('may be any long phrase: %s', (password) => {
    expect(faultOfPassword(password, NEAR)).toBeUndefined();
  });
});

describe('a kept password', () => {
  it('is Argon2id with 19 MiB and two passes, salted anew', async () => {
    const [one, other] = [
      await hashPassword('tres gatos azules'),
      await hashPassword('tres gatos azules'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('fits itself however the keyboard composes its accents, and nothing else', async () => {
    const kept = await hashPassword('maíz y frijol negro');
    expect(await fitsPassword('maíz y frijol negro'.normalize('NFD'), kept)).toBe(true);
    expect(await fitsPassword('maiz y frijol negro', kept)).toBe(false);
    expect(await fitsPassword('maíz y frijol negro', undefined)).toBe(false);
  });
});
