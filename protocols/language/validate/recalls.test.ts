import { expect, it } from 'vitest';
import { voluntaryReturn } from '../../voluntary-return.js';
import type { Definition } from '../definition.js';
import type { Step } from '../step.js';
import { validateDefinition } from '../validate.js';

const whole: Definition = voluntaryReturn;

/** The protocol with one recall changed, and what is said about that recall. */
function said(change: (step: Step) => Step): string[] {
  const steps = whole.steps.map((step) => (step.id === 'recall-con' ? change(step) : step));
  return validateDefinition({ ...whole, steps })
    .filter(({ where }) => where.startsWith('steps/recall-con'))
    .map(({ code }) => code);
}

it('finds nothing in a recall as it is', () => {
  expect(said((step) => step)).toEqual([]);
});

it.each<[string, (step: Step) => Step]>([
  ['recall-part', (step) => ({ ...step, requires: ['consentGiven'] })],
  ['recall-part', (step) => ({ ...step, outcomes: step.outcomes.map(ending) })],
  ['recall-role', (step) => ({ ...step, by: ['CON', 'REC'] })],
  ['recall-answer', (step) => ({ ...step, outcomes: step.outcomes.map(unsaid) })],
  ['recall-kept-why', (step) => ({ ...step, form: [] })],
  ['recall-never', (step) => ({ ...step, recalls: { from: ['closure'] } })],
])('finds %s', (code, change) => {
  expect(said(change)).toContain(code);
});

function ending(outcome: Step['outcomes'][number]): Step['outcomes'][number] {
  return { ...outcome, ends: 'closed-withdrawn' };
}

function unsaid({ recalled: _, ...outcome }: Step['outcomes'][number]): Step['outcomes'][number] {
  return outcome;
}
