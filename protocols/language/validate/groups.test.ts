import { describe, expect, test } from 'vitest';
import { traveller } from '../../../test/fixtures/traveller.js';
import { groupOperation } from '../../group-operation.js';
import type { Definition } from '../definition.js';
import type { Outcome, Step } from '../step.js';
import { validateDefinition } from '../validate.js';

const operation: Definition = groupOperation;

/** Codes and places of the errors. */
const errorsOf = (definition: Definition): string[] =>
  validateDefinition(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where}`);

const withStep = (definition: Definition, id: string, more: Partial<Step>): Definition => ({
  ...definition,
  steps: definition.steps.map((step) => (step.id === id ? { ...step, ...more } : step)),
});

const withOutcome = (
  definition: Definition,
  id: string,
  index: number,
  more: Partial<Outcome>,
): Definition =>
  withStep(definition, id, {
    outcomes: definition.steps
      .find((step) => step.id === id)!
      .outcomes.map((outcome, at) => (at === index ? { ...outcome, ...more } : outcome)),
  });

const withPart = (more: object): Definition => ({
  ...operation,
  operation: { ...operation.operation!, ...more },
});

describe('a definition about group operations', () => {
  test('is right as it is', () => {
    expect(errorsOf(operation)).toEqual([]);
    const { steps, ...person } = traveller();
    // A line accepted by silence: the core ignores it and a definition may not ask for it.
    expect(errorsOf({ ...person, steps: steps.filter(({ id }) => id !== 'wait') })).toEqual([]);
  });

  test('gives no seat and changes none by silence', () => {
    expect(errorsOf(traveller())).toContain('line-by-silence steps/wait/outcomes/lapsed');
    const frozen = withOutcome(operation, 'seat-individuals', 0, { manifest: 'frozen' });
    expect(errorsOf(frozen)).toContain('line-by-silence steps/seat-individuals/outcomes/closed');
  });

  test.each(['victim', 'no-return'] as const)('gives nobody a seat under %s', (regime) => {
    expect(errorsOf(traveller(regime))).toContain('seat-never seat');
  });

  test('gives a seat only where the answer can name the operation', () => {
    const found = errorsOf(withStep(traveller(), 'list', { form: [] }));
    expect(found).toContain('part-without-effect steps/list/outcomes/sent');
  });

  test('marks lines only where people have seats, and lists only in an operation', () => {
    const { seat: _, ...unseated } = traveller();
    expect(errorsOf(unseated)).toContain('part-without-effect steps/list/outcomes/sent');
    const frozen = withOutcome(traveller(), 'again', 1, { manifest: 'frozen' });
    expect(errorsOf(frozen)).toContain('part-without-effect steps/again/outcomes/done');
  });

  test('names what exists', () => {
    const nowhere = { ...traveller(), seat: { date: 'never', calledOff: 'nothing' } };
    expect(errorsOf(nowhere)).toEqual(
      expect.arrayContaining(['not-found seat/date', 'not-found seat/calledOff']),
    );
    expect(errorsOf(withPart({ live: 'noFact' }))).toContain('not-found operation/live');
    expect(errorsOf(withPart({ capacity: 'route' }))).toContain('value-type operation/capacity');
  });

  test('decides about nobody', () => {
    expect(errorsOf({ ...operation, regime: 'removal' })).toContain('operation-decides regime');
    const both = { ...operation, seat: { date: 'departure', calledOff: 'list-changed' } };
    expect(errorsOf(both)).toContain('parts-exclude seat');
  });

  test('lets nobody but the system say what has become of the lines', () => {
    const events = operation.events.map((event) =>
      event.id === 'lines-answered' ? { ...event, by: 'anyone' as const } : event,
    );
    expect(errorsOf({ ...operation, events })).toContain(
      'reported-by-people operation/reports/linesAnswered',
    );
  });

  test('refers to things outside the run only by a short text', () => {
    const step = operation.steps.find(({ id }) => id === 'operation-draft')!;
    const form = step.form!.map((field) =>
      field.id === 'point' ? { ...field, type: 'long-text' as const } : field,
    );
    expect(errorsOf(withStep(operation, 'operation-draft', { form }))).toContain(
      'part-without-effect steps/operation-draft/form/point/refers',
    );
  });
});
