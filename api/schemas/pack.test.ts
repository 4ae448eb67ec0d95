import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { z } from 'zod';
import type { Pack } from '../../protocols/language/pack.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { type packSchema, parsePack } from './pack.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const isSame: Same<z.infer<typeof packSchema>, Pack> = true;

describe('the pack format', () => {
  it('is the type of protocols/language', () => {
    expect(isSame).toBe(true);
  });

  it.each(SHIPPED_PACKS)('takes $id through JSON and YAML without a change', (pack) => {
    const stored: unknown = JSON.parse(JSON.stringify(pack));
    expect(parsePack(stored)).toEqual({ success: true, data: stored });
    expect(parsePack(parse(stringify(stored))).data).toEqual(stored);
  });

  it('refuses an unknown field, so that nothing is removed by a word nobody reads', () => {
    const [pack] = SHIPPED_PACKS;
    const variants = [{ protocol: 'adult-deportee', removes: ['child-view'] }];
    expect(parsePack({ ...pack, variants }).success).toBe(false);
    expect(parsePack({ ...pack, surprise: true }).success).toBe(false);
  });

  it('refuses endless nesting without failing on it', () => {
    let about: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) about = { not: about };
    expect(parsePack({ ...SHIPPED_PACKS[0], about }).success).toBe(false);
  });
});
