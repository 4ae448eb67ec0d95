import { describe, expect, it } from 'vitest';
import { ProblemError } from '../errors.js';
import { refuseUnstorable } from './storable.js';
import { parseStrictJson } from './strict-json.js';

function codeOf(text: string | Buffer): string {
  try {
    refuseUnstorable(parseStrictJson(Buffer.from(text)));
    return 'accepted';
  } catch (error) {
    return (error as ProblemError).code;
  }
}

describe('strict JSON', () => {
  it.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}],"d":"\\"a\\":1"}', 'accepted'],
    ['{"a":1,"a":1}', 'json-duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['{"x":{"a":1 , "a" :2}}', 'json-duplicate-key'],
    ['{"__proto__":{}}', 'json-malformed'],
    ['{"\\u005f_proto__":{}}', 'json-malformed'],
    [`${'['.repeat(25)}${']'.repeat(25)}`, 'json-too-deep'],
    [`${'['.repeat(24)}${']'.repeat(24)}`, 'accepted'],
    ['{"a":"\\u0000"}', 'body-invalid'],
    ['{"a":"\\ud800"}', 'body-invalid'],
    ['{"\\u0000":1}', 'body-invalid'],
    ['{"a":"\\ud83d\\ude00"}', 'accepted'],
    ['{"a":1e400}', 'body-invalid'],
    ['{"a":123456789012345678901}', 'body-invalid'],
    ['{"a":1', 'json-malformed'],
    ['"abc', 'json-malformed'],
    ['', 'json-malformed'],
    ['\ufeff{}', 'json-malformed'],
    ['{"\\x":1}', 'json-malformed'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(codeOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('json-malformed');
  });

  it('leaves the prototype of objects alone', () => {
    expect(() => parseStrictJson(Buffer.from('{"__proto__":{"polluted":1}}'))).toThrow(
      ProblemError,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
