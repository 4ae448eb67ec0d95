import { describe, expect, it } from 'vitest';
import { randomCode } from '../../db/queries/random-code.js';
import { caseKeyOf, runPrefixOf, wholeRunPrefixOf } from './case-key.js';

describe('the key of a case', () => {
  it('leads back to the beginning of the id, whatever the id', () => {
    for (let n = 0; n < 500; n += 1) {
      const id = randomCode(16);
      const key = caseKeyOf(id);
      expect(key).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(runPrefixOf(key)).toBe(id.slice(0, 10));
    }
  });

  it('is found however it was written down', () => {
    const key = caseKeyOf('0123456789abcdefghijklmnop');
    expect(key).toBe('C-01234-56789');
    for (const typed of ['c-01234-56789', ' C-01234 56789 ', '0123456789', 'c-Ol234-56789']) {
      expect(runPrefixOf(typed), typed).toBe('0123456789');
    }
    expect(runPrefixOf('C-012')).toBe('012');
  });

  it('stands for a case alone when it is whole', () => {
    expect(wholeRunPrefixOf('C-01234-56789')).toBe('0123456789');
    expect(wholeRunPrefixOf('C-01234-5678')).toBeUndefined();
    expect(wholeRunPrefixOf('no es')).toBeUndefined();
  });

  it.each(['', 'C-', 'C-U', "C-' OR 1=1", '%', '0123456789A', 'Persona Inventada'])(
    'is nothing else: %s',
    (typed) => {
      expect(runPrefixOf(typed)).toBeUndefined();
    },
  );
});
