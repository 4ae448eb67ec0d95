import { z } from 'zod';
import type { AttributeValue } from '../../protocols/language/attribute.js';
import type { Condition } from '../../protocols/language/condition.js';
import { UNITS } from '../../protocols/language/deadline.js';

/* The pieces of which the schema of a definition is made; see definition.ts. */

export const id = (about: string) => z.string().min(1).max(200).describe(about);
export const flag = (about: string) => z.literal(true).optional().describe(about);
export const names = (about: string) => z.array(z.string()).readonly().describe(about);

export const text = (about: string) =>
  z
    .strictObject({
      es: z.string().describe('Spanish, written first'),
      en: z.string().describe('English'),
    })
    .readonly()
    .describe(about);

export const source = z
  .strictObject({
    mark: z
      .enum(['source', 'memory', 'comparator', 'proposal'])
      .describe(
        'How sure the origin is: read, remembered, of another corridor, or a product choice',
      ),
    ref: z.string().describe('Short citation; for a proposal, why this value'),
  })
  .readonly()
  .describe('Where a rule comes from and how sure that is');

export const attributeValue: z.ZodType<AttributeValue> = z
  .union([z.string(), z.number(), z.boolean()])
  .describe('A code, a number or a yes/no; never personal data');

export const condition: z.ZodType<Condition> = z
  .lazy(() => conditionForms)
  .describe('A formula over what happened, facts and attributes');

// Made once: a lazy schema that builds its inside anew each time has no end when it is turned into documentation.
const conditionForms = z
  .union([
    z.string().describe("'start', a fact, 'step:outcome', 'event:id', 'expired:fact', …"),
    z.strictObject({ all: z.array(condition).readonly().describe('Every part holds') }).readonly(),
    z
      .strictObject({ any: z.array(condition).readonly().describe('At least one part holds') })
      .readonly(),
    z.strictObject({ not: condition.describe('The part does not hold') }).readonly(),
    z
      .strictObject({
        attribute: z.string().describe('Attribute of the run'),
        is: z
          .union([attributeValue, z.array(attributeValue).readonly()])
          .describe('The value, or any of these values'),
      })
      .readonly(),
  ])
  .meta({ id: 'Condition' });

export const lengthFields = {
  length: z.number().describe('How many units; 0 means at once'),
  unit: z.enum(UNITS).describe('Working days follow the calendar of the responsible institution'),
};
export const length = z.strictObject(lengthFields).readonly().describe('A length of time');

export const options = z
  .array(
    z.strictObject({ id: id('Code that is stored'), title: text('What users read') }).readonly(),
  )
  .readonly();

export const stepOutcome = z.templateLiteral([z.string(), ':', z.string()]);

export const deadlineFrom = z.union([
  z
    .enum(['opening', 'start', 'start-then-opening'])
    .describe(
      "Of the step, or of the run; 'start-then-opening': of the run until the step was answered once, then of the step",
    ),
  z
    .strictObject({
      after: z
        .union([stepOutcome, z.templateLiteral(['event:', z.string()])])
        .describe("When this was last established: 'step:outcome' or 'event:id'"),
    })
    .readonly(),
  z.strictObject({ before: z.string().describe('Counts back from this planned date') }).readonly(),
]);
