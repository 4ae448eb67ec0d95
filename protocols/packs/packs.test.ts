import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../adult-deportee.js';
import type { Definition } from '../language/definition.js';
import { signers } from '../language/step.js';
import { applyVariant } from '../language/variant/apply.js';
import { jurisdictions } from '../language/variant/jurisdiction.js';
import { traffickingVictim } from '../trafficking-victim.js';
import { unaccompaniedMinor } from '../unaccompanied-minor.js';
import { voluntaryReturn } from '../voluntary-return.js';
import { checkPack } from './check/check-pack.js';
import { checkVariant } from './check/check-variant.js';
import { SHIPPED_PACKS } from './index.js';
import { mexico } from './mexico.js';

const PROTOCOLS: readonly Definition[] = [
  adultDeportee,
  unaccompaniedMinor,
  traffickingVictim,
  voluntaryReturn,
];
const PAIRS = SHIPPED_PACKS.flatMap((pack) =>
  PROTOCOLS.map((protocol) => ({ pack, protocol, name: `${protocol.id} under ${pack.id}` })),
);

describe('shipped packs', () => {
  it.each(SHIPPED_PACKS)('$id is well formed', (pack) => {
    expect(checkPack(pack)).toEqual([]);
  });

  it.each(PAIRS)('$name: no safeguard is taken away', ({ pack, protocol }) => {
    expect(checkVariant(protocol, pack)).toEqual([]);
  });

  it.each(PAIRS)('$name: each norm of law is the deadline of its steps, with its mark', (pair) => {
    const varied = applyVariant(pair.protocol, pair.pack);
    for (const { figure, source, steps } of pair.pack.norms) {
      for (const { protocol, step, as } of steps ?? []) {
        if (protocol !== pair.protocol.id || as !== 'length') continue;
        const deadline = varied.steps.find(({ id }) => id === step)?.deadline;
        expect(deadline).toMatchObject({ ...figure, source });
      }
    }
  });

  it.each(PAIRS)("$name: another country's law is only a comparator", ({ pack, protocol }) => {
    const varied = applyVariant(protocol, pack);
    for (const step of varied.steps) {
      const sides = signers(step).map((id) => varied.roles.find((role) => role.id === id)?.side);
      const here = pack.corridors.flatMap(({ sending = [], receiving = [] }) => [
        ...(sides.some((side) => side !== 'receiving') ? sending : []),
        ...(sides.some((side) => side !== 'sending') ? receiving : []),
      ]);
      const sources = [
        ...(step.deadline ? [step.deadline.source] : []),
        ...(step.basis ?? []),
        ...(step.shares ?? []).map(({ ground }) => ground),
      ];
      for (const { mark, ref } of sources) {
        const cited = jurisdictions(ref);
        if (cited.length === 0 || cited.some((country) => here.includes(country))) continue;
        expect(['comparator', 'proposal'], `${step.id}: ${ref}`).toContain(mark);
      }
    }
  });

  it('keeps Mexican law as law where a Mexican authority decides', () => {
    const varied = applyVariant(adultDeportee, mexico);
    const decision = varied.steps.find(({ id }) => id === 'removal-decision');
    expect(decision?.deadline).toMatchObject({
      length: 15,
      unit: 'working-days',
      silence: 'L3',
      lapse: 'release',
      source: { mark: 'source', ref: 'MX LM art. 111' },
    });
    // The doubt at entry is decided by the receiving State, whose law LM art. 36 is not.
    const doubt = varied.steps.find(({ id }) => id === 'nationality-doubt');
    expect(doubt?.deadline?.source.mark).toBe('comparator');
  });
});
