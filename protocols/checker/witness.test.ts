import { describe, expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { fold } from '../core/fold.js';
import type { Definition } from '../language/definition.js';
import { findWitness, type Goal } from './witness.js';

const definitions = ALL_DEFINITIONS.filter(({ regime }) => regime !== 'no-return');

function get(id: string): Definition {
  const found = definitions.find((definition) => definition.id === id);
  if (!found) throw new Error(`No definition ${id}`);
  return found;
}

/** From the first act to a closed run by way of a departure, in every protocol and for whoever it is about. */
const FAR: readonly (readonly [protocol: string, goal: Goal])[] = [
  ['adult-deportee', { ends: 'closed-done-goal', while: 'departure:left' }],
  ['unaccompanied-minor', { ends: 'closed-done-goal', while: 'departure:left' }],
  ['trafficking-victim', { ends: 'closed-done-goal', while: 'departure:left' }],
  ['trafficking-victim', { ends: 'closed-done-goal', while: 'child-departure:left' }],
  ['voluntary-return', { ends: 'closed-done-goal', while: 'departure:left' }],
];

describe('a run to a goal is found and is one the core accepts', () => {
  test.each(FAR)('%s: %o', (protocol, goal) => {
    const definition = get(protocol);
    const startedAt = performance.now();
    const witness = findWitness(definition, goal);
    const took = performance.now() - startedAt;
    console.info(
      `${protocol}: ${witness?.acts.length} acts to the goal, ${witness?.looked} states, ${took.toFixed(0)} ms`,
    );
    expect(witness).toBeDefined();
    const state = fold(definition, witness!.acts);
    expect(state?.ending?.id).toBe('closed-done-goal');
    expect(
      state?.established['handover-reception-act:signed'] ??
        state?.facts.received ??
        state?.facts.returned,
    ).toBeDefined();
  });

  test('every ending of every protocol can be reached', () => {
    const missing: string[] = [];
    for (const definition of definitions) {
      for (const { id } of definition.endings) {
        const witness = findWitness(definition, { ends: id });
        if (!witness || fold(definition, witness.acts)?.ending?.id !== id) {
          missing.push(`${definition.id}: ${id}`);
        }
      }
    }
    expect(missing).toEqual([]);
  }, 60_000);

  test('the same search finds the same run', () => {
    const goal: Goal = { answered: { step: 'departure', outcome: 'left' } };
    const definition = get('adult-deportee');
    expect(findWitness(definition, goal)).toEqual(findWitness(definition, goal));
  });
});

describe('a safeguard that holds has no witness against it', () => {
  test.each([
    ['adult-deportee', 'individualAssessed'],
    ['unaccompanied-minor', 'bidReturn'],
    ['voluntary-return', 'consentValid'],
  ])('%s: no departure without %s', (protocol, fact) => {
    const goal: Goal = { answered: { step: 'departure', outcome: 'left' }, while: { not: fact } };
    expect(findWitness(get(protocol), goal, { most: 300 })).toBeUndefined();
  });

  test('and one that was taken out has', () => {
    const definition = get('voluntary-return');
    const broken: Definition = {
      ...definition,
      steps: definition.steps.map((step) =>
        step.id === 'departure'
          ? {
              ...step,
              when: { all: ['inSendingState', 'windowValid'] },
              requires: step.requires!.filter((fact) => fact !== 'consentValid'),
            }
          : step,
      ),
    };
    const goal: Goal = {
      answered: { step: 'departure', outcome: 'left' },
      while: { not: 'consentValid' },
    };
    const witness = findWitness(broken, goal);
    expect(witness).toBeDefined();
    const before = fold(broken, witness!.acts.slice(0, -1));
    expect(before?.facts.consentValid).toBeUndefined();
    expect(fold(broken, witness!.acts)?.facts.inTransit).toBeDefined();
  });
});
