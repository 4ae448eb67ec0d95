import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../adult-deportee.js';
import { checkDefinition } from '../checker/check.js';
import type { Definition } from '../language/definition.js';
import { applyVariant } from '../language/variant/apply.js';
import { traffickingVictim } from '../trafficking-victim.js';
import { unaccompaniedMinor } from '../unaccompanied-minor.js';
import { voluntaryReturn } from '../voluntary-return.js';
import { SHIPPED_PACKS } from './index.js';

const PROTOCOLS: readonly Definition[] = [
  adultDeportee,
  unaccompaniedMinor,
  traffickingVictim,
  voluntaryReturn,
];

const errorsOf = (definition: Definition): string[] =>
  checkDefinition(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ invariant, where }) => `${invariant} ${where}`)
    .sort();

describe.each(PROTOCOLS)('$id under every shipped pack', (protocol) => {
  const base = errorsOf(protocol);

  it.each(SHIPPED_PACKS)('breaks no safeguard it keeps alone: $id', (pack) => {
    const more = errorsOf(applyVariant(protocol, pack)).filter((error) => !base.includes(error));
    expect(more).toEqual([]);
  });

  it.each(SHIPPED_PACKS)('has a point for every departure: $id', (pack) => {
    const varied = applyVariant(protocol, pack);
    expect(varied.pack.places.departure?.attribute).toBe('departurePoint');
    expect(varied.pack.places.departure?.facts).toContain('windowValid');
    const asked = varied.steps.flatMap(({ form }) => form ?? []);
    const point = asked.find(({ assigns }) => assigns === 'departurePoint');
    const offered = (point?.options ?? []).map(({ id }) => id);
    const byChoice = protocol.regime === 'voluntary' || protocol.regime === 'victim';
    expect(offered.includes('scheduled-travel')).toBe(byChoice);
    const handovers = pack.points.filter(({ kind }) => kind === 'handover').map(({ id }) => id);
    for (const id of handovers) expect(offered).toContain(id);
  });
});
