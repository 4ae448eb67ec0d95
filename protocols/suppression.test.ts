import { describe, expect, test } from 'vitest';
import { drive } from '../test/fixtures/drive.js';
import { adultDeportee } from './adult-deportee.js';
import { checkDefinition } from './checker/check.js';
import { NEVER } from './checker/matrix.js';
import type { Definition } from './language/definition.js';
import type { Category, Field } from './language/form.js';
import type { Share, Step } from './language/step.js';
import { SHIPPED } from './registry.js';

/* The rules of suppression (INV-P), each by what happens when a definition or a person tries otherwise. */

const definition: Definition = adultDeportee;
const words = { es: 'Inventado', en: 'Invented' };
const share = (to: string, categories: readonly Category[]): Share => ({
  id: 'planted',
  to,
  categories,
  purpose: words,
  ground: { mark: 'proposal', ref: 'invented' },
});

function having(step: string, change: (of: Step) => Partial<Step>): Definition {
  const steps = definition.steps.map((one) => (one.id === step ? { ...one, ...change(one) } : one));
  return { ...definition, steps };
}
const found = (changed: Definition) => checkDefinition(changed).map(({ invariant }) => invariant);

test('INV-P1: the consulate gets nothing from an asylum claim on, until the person agrees', () => {
  const attributes = Object.fromEntries(
    definition.attributes
      .filter(({ atStart, initially }) => atStart && initially === undefined)
      .map(({ id, type, options }) => [id, type === 'code' ? options![0]!.id : false]),
  );
  const run = drive(definition, { assigns: attributes });
  run.answer('apprehension-record', 'ordered');
  const before = run.state.facts.consularContactAllowed;
  expect(before).toBeDefined();
  run.report('asylum-claim');
  expect(run.state.facts.consularContactAllowed).toBeUndefined();
  const released = run.effects.filter(
    (effect) => effect.type === 'share-released' && effect.to === 'CON',
  );
  expect(released).toEqual([]);
  const told = run.step('consular-notification')?.open;
  if (told) expect(told.missing ?? []).toContain('consularContactAllowed');
});

test('INV-P2: a share beyond the table without an approval with reasons is refused', () => {
  const step = 'inform-rights';
  const changed = having(step, ({ shares = [] }) => ({
    shares: [...shares, share('REC', ['D8'])],
  }));
  expect(found(changed)).toContain('INV-P2');
});

describe('INV-P3: no definition sends to', () => {
  const pairs = NEVER.flatMap(({ category, to }) =>
    definition.roles
      .filter(({ kind, side }) => to.includes(`${kind}/${side}`))
      .map(({ id }) => [category, id] as const),
  );
  test.each(pairs)('%s to %s', (category, role) => {
    const changed = having('reception-registration', ({ shares = [] }) => ({
      shares: [...shares, share(role, [category])],
    }));
    expect(found(changed)).toContain('INV-P3');
  });

  test('anybody of that list in any shipped protocol', () => {
    for (const { roles, steps } of SHIPPED) {
      for (const { to, categories } of steps.flatMap(({ shares = [] }) => shares)) {
        const { kind, side } = roles.find(({ id }) => id === to)!;
        const never = NEVER.filter((rule) => rule.to.includes(`${kind}/${side}`));
        expect(never.filter(({ category }) => categories.includes(category))).toEqual([]);
      }
    }
  });
});

test('INV-P5: a template of biometrics can be asked for by no form', () => {
  const template: Field = { id: 'template', type: 'long-text', category: 'D3', label: words };
  const changed = having('inform-rights', ({ form = [] }) => ({ form: [...form, template] }));
  expect(found(changed)).toContain('INV-P5');
  for (const { steps, events } of SHIPPED) {
    for (const field of [...steps, ...events].flatMap(({ form = [] }) => form)) {
      if (field.category === 'D3') expect(['boolean', 'code']).toContain(field.type);
    }
  }
});
