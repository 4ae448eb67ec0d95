import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { canonicalJson } from './fingerprint.js';

/** The same value with the keys of every object in another order. */
function reorder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reorder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reorder(inner)]),
  );
}

describe('canonicalJson', () => {
  it('sorts the keys of objects and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: true }], a: 'á"' })).toBe(
      '{"a":"á\\"","b":[2,1,{"c":true,"d":null}]}',
    );
  });

  it('is JSON that says the same, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reorder(value))).toBe(text);
      }),
      { seed: 7 },
    );
  });

  it('differs when anything in a definition differs', () => {
    const text = canonicalJson(bookLoan);
    expect(canonicalJson(reorder(bookLoan))).toBe(text);
    expect(canonicalJson({ ...bookLoan, steps: [...bookLoan.steps].reverse() })).not.toBe(text);
    expect(canonicalJson({ ...bookLoan, version: 2 })).not.toBe(text);
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
    [() => 1],
    [new Date(0)],
    [new Map()],
    [10n],
    [[undefined]],
  ])('refuses what JSON cannot carry: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
