import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Condition } from '../../protocols/language/condition.js';
import type { Definition } from '../../protocols/language/definition.js';
import { validateDefinition } from '../../protocols/language/validate.js';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { definitionSchema, parseDefinition } from './definition.js';

type Read = z.infer<typeof definitionSchema>;

/** A type written out, so that two can be compared whatever they are called; a condition refers to itself. */
type Plain<T> = [T] extends [Condition | number | boolean | undefined]
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Plain<Entry>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;
/** Equal in both directions, with the same optional and read-only fields; checked by the compiler. */
type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

describe('the definition format', () => {
  it('is the same as the type of the protocol language, field by field', () => {
    const isSame: Identical<Plain<Read>, Plain<Definition>> = true;
    const isStrict: Identical<Plain<{ a?: 1 }>, Plain<{ a: 1 }>> = false;
    expect([isSame, isStrict]).toEqual([true, false]);
  });

  it('takes the fictional and every shipped definition through JSON without a change', async () => {
    for (const definition of ALL_DEFINITIONS) {
      const stored: unknown = JSON.parse(JSON.stringify(definition));
      expect(parseDefinition(stored)).toEqual({ success: true, data: stored });
    }
  });

  it('takes the example of the reference, and nothing is wrong with it', () => {
    const page = readFileSync(new URL('../../docs/protocol-language.md', import.meta.url), 'utf8');
    const example: unknown = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const read = parseDefinition(example);
    expect(read.error?.issues ?? []).toEqual([]);
    expect(validateDefinition(read.data!)).toEqual([]);
  });

  it('refuses an unknown field in every object of a definition', () => {
    const objects: string[] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value) && path.at(-1) !== 'assigns') {
        const spoiled = structuredClone(bookLoan) as unknown;
        const target = path.reduce((at, key) => (at as never)[key], spoiled);
        Object.assign(target as object, { surprise: true });
        objects.push(path.join('/'));
        expect(parseDefinition(spoiled).success, path.join('/')).toBe(false);
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    walk(bookLoan, []);
    expect(objects.length).toBeGreaterThan(200);
  });

  it('refuses a missing field, a wrong type and a wrong code', () => {
    const { lead: _, ...headless } = bookLoan;
    expect(parseDefinition(headless).success).toBe(false);
    expect(parseDefinition({ ...bookLoan, language: 2 }).success).toBe(false);
    const [first, ...rest] = bookLoan.steps;
    for (const wrong of [{ kind: 'magic' }, { safeguard: false }, { when: { some: [] } }]) {
      expect(
        parseDefinition({ ...bookLoan, steps: [{ ...first, ...wrong }, ...rest] }).success,
      ).toBe(false);
    }
  });

  it('refuses endless nesting without failing on it', () => {
    let when: unknown = 'start';
    for (let depth = 0; depth < 100_000; depth += 1) when = { not: when };
    const steps = [{ ...bookLoan.steps[0], when }];
    expect(parseDefinition({ ...bookLoan, steps }).success).toBe(false);
  });

  it('describes every field', () => {
    const schema = z.toJSONSchema(definitionSchema, { io: 'input' });
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries(node)) {
        if (key !== 'properties') {
          walk(inner, `${path}/${key}`);
          continue;
        }
        for (const [name, property] of Object.entries(inner as Record<string, object>)) {
          if (!('description' in property) && !('$ref' in property)) bare.push(`${path}/${name}`);
          walk(property, `${path}/${name}`);
        }
      }
    };
    walk(schema, '');
    expect(bare).toEqual([]);
  });
});
