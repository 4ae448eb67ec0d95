import { describe, expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import type { Definition } from '../language/definition.js';
import type { Category } from '../language/form.js';
import type { Step } from '../language/step.js';
import { checkDefinition } from './check.js';

const SOURCE = { mark: 'proposal', ref: 'Invented by an adversary' } as const;
const text = (es: string, en: string) => ({ es, en });

/** A step of a protocol that moves nobody, as it says. */
function step(id: string, change: Partial<Step> = {}): Step {
  return {
    id,
    kind: 'task',
    stage: 'one',
    title: text(`Paso ${id}`, `Step ${id}`),
    by: 'RECTOR',
    when: 'start',
    deadline: { length: 5, unit: 'working-days', silence: 'L1', source: SOURCE },
    outcomes: [{ id: 'done', title: text('Hecho', 'Done'), ends: 'done' }],
    ...change,
  };
}

function harmless(id: string, steps: readonly Step[]): Definition {
  return {
    language: 1,
    id,
    version: 1,
    regime: 'no-return',
    title: text('Protocolo inventado', 'Invented protocol'),
    purpose: text('Inventado', 'Invented'),
    population: text('Personas inventadas', 'Invented people'),
    legalBasis: [SOURCE],
    roles: [
      { id: 'RECTOR', kind: 'RECTOR', side: 'either', title: text('Rectora', 'Lead') },
      { id: 'MIG-S', kind: 'MIG', side: 'sending', title: text('Migración', 'Migration') },
      { id: 'CON', kind: 'CON', side: 'receiving', title: text('Consulado', 'Consulate') },
    ],
    lead: 'RECTOR',
    attributes: [],
    facts: [],
    dates: [],
    stages: [{ id: 'one', title: text('Uno', 'One') }],
    steps,
    events: [],
    endings: [{ id: 'done', title: text('Fin', 'End') }],
  };
}

const codes = (definition: Definition, others: readonly Definition[] = []) =>
  checkDefinition(definition, { others: [...ALL_DEFINITIONS, ...others] })
    .filter(({ severity }) => severity === 'error')
    .map(({ invariant, where }) => `${invariant} ${where}`);

const shipped = (id: string) => ALL_DEFINITIONS.find((one) => one.id === id)!;

function telling(categories: readonly Category[]): Definition {
  const share = {
    id: 'abroad',
    to: 'CON',
    categories,
    purpose: text('Coordinación', 'Coordination'),
    ground: SOURCE,
  };
  const asked = categories.map((category, index) => ({
    id: `question-${index}`,
    type: 'number' as const,
    category,
    label: text(`Pregunta ${index}`, `Question ${index}`),
  }));
  return harmless('identity-exchange', [
    step('exchange', {
      by: 'MIG-S',
      when: { any: ['start', 'close:go-on'] },
      form: asked,
      shares: [share],
    }),
    step('close', {
      when: 'idle',
      outcomes: [...step('x').outcomes, { id: 'go-on', title: text('Sigue', 'Go on') }],
    }),
  ]);
}

describe('a protocol that says it moves nobody', () => {
  test('sends nothing about anybody to another State', () => {
    expect(codes(telling(['D1', 'D13']))).toEqual(['REGIME steps/exchange/shares/abroad']);
  });

  test('may send figures', () => {
    expect(codes(telling(['D13']))).toEqual([]);
  });

  test('tells another State of an operation its journey alone', () => {
    const operation = shipped('group-operation');
    const widened: Definition = {
      ...operation,
      steps: operation.steps.map((one) =>
        one.id === 'send-manifest'
          ? {
              ...one,
              shares: one.shares!.map((share) => ({ ...share, categories: ['D1', 'D10'] })),
            }
          : one,
      ),
    };
    expect(codes(operation)).toEqual([]);
    expect(codes(widened)).toContain('REGIME steps/send-manifest/shares/mig-r');
  });

  test.each([
    ['unaccompanied-minor', 'notify-child-protection'],
    ['trafficking-victim', 'shelter-and-care'],
    ['adult-deportee', 'legal-assistance'],
  ])('is no way round a claim or a protection: from %s', (id, from) => {
    const triage: Definition = {
      ...harmless('triage', [step('look')]),
      attributes: [
        {
          id: 'entry',
          type: 'code',
          atStart: true,
          initially: 'look',
          title: text('Dónde empieza', 'Where it begins'),
          options: [{ id: 'look', title: text('Mirar', 'Look') }],
        },
      ],
    };
    const definition = shipped(id);
    const away = {
      id: 'to-triage',
      title: text('A la clasificación', 'To the triage'),
      lowers: true as const,
      clears: definition.facts.filter(({ initially }) => !initially).map((fact) => fact.id),
      continues: { protocol: 'triage', entry: 'look' },
    };
    const escaping: Definition = {
      ...definition,
      steps: definition.steps.map((one) =>
        one.id === from
          ? {
              ...one,
              requires: [...(one.requires ?? []), 'inSendingState'],
              secondPerson: ['to-triage'],
              outcomes: [...one.outcomes, away],
            }
          : one,
      ),
    };
    expect(codes(escaping, [triage])).toContain(
      `INV-A16 steps/${from}/outcomes/to-triage/continues`,
    );
  });
});
