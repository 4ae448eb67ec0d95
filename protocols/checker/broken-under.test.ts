import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../adult-deportee.js';
import type { Definition } from '../language/definition.js';
import type { Pack } from '../language/pack.js';
import { checkVariant } from '../packs/check/check-variant.js';
import { mexico } from '../packs/mexico.js';
import { choice } from '../packs/pieces.js';
import { unaccompaniedMinor } from '../unaccompanied-minor.js';
import { brokenUnder } from './broken-under.js';

const filledBy = (protocol: string, role: string, kind: string): Pack => ({
  ...mexico,
  variants: [{ protocol, roles: [{ role, kind, source: choice('Invented for this test') }] }],
});

describe('a pack under which somebody else would decide', () => {
  it.each<[string, Definition, string, string, string]>([
    ['a company says who is fit to travel', adultDeportee, 'HEA-S', 'PRIV', 'INV-A11'],
    ['a school determines the best interests', unaccompaniedMinor, 'CPA-S', 'EDU', 'INV-C5'],
  ])('is told of, though place by place nothing is less: %s', (_, protocol, role, kind, told) => {
    const pack = filledBy(protocol.id, role, kind);
    expect(checkVariant(protocol, pack)).toEqual([]);
    expect(brokenUnder(protocol, pack).map(({ invariant }) => invariant)).toContain(told);
  });

  it('is not told of what the protocol breaks alone', () => {
    const broken: Definition = {
      ...adultDeportee,
      steps: (adultDeportee as Definition).steps.map((step) =>
        step.id === 'departure' ? { ...step, requires: ['personPresent'] } : step,
      ),
    };
    expect(brokenUnder(broken, mexico)).toEqual([]);
    expect(brokenUnder(broken, filledBy(broken.id, 'ASY', 'MUN')).length).toBeGreaterThan(0);
  });
});
