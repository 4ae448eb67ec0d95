import { z } from 'zod';
import { CONSENT_KINDS } from '../../protocols/language/consent.js';
import { id, lengthFields, names, source, stepOutcome, text } from './definition-pieces.js';

/* What a person is asked to agree to, and where a step asks it. */

const mark = z.union([
  z.strictObject({ fact: z.string().describe('Holds while the consent does') }).readonly(),
  z
    .strictObject({ attribute: z.string().describe('A yes/no a question of a form gives') })
    .readonly(),
]);

export const consents = z
  .array(
    z
      .strictObject({
        id: id('Name of the purpose'),
        kind: z.enum(CONSENT_KINDS).describe('What somebody agrees to'),
        title: text('What users read'),
        text: text('What is agreed to in plain words, as it is read aloud and printed'),
        ground: source.describe('Why it is asked'),
        holds: mark.describe('What says in the run that it holds'),
        coolingOff: z
          .strictObject({
            ...lengthFields,
            after: stepOutcome.describe('The answer in which it was explained'),
          })
          .readonly()
          .optional()
          .describe('Time to think before it is asked'),
        expires: z
          .strictObject(lengthFields)
          .readonly()
          .optional()
          .describe('How long it is good for'),
        reconfirm: z
          .strictObject({
            ...lengthFields,
            before: z.string().describe('The planned date'),
            fact: z.string().describe('Holds while that answer does'),
          })
          .readonly()
          .optional()
          .describe('Asked again within this time before a planned date'),
      })
      .readonly(),
  )
  .readonly()
  .describe('What the person is asked to agree to, each apart from the others');

export const consentAsked = z
  .array(
    z
      .strictObject({
        purpose: z.string().describe('A declared purpose'),
        gives: names('Outcomes with which the person agrees').optional(),
        reconfirms: names('Outcomes with which the person says so again').optional(),
        refuses: names('Outcomes with which the person does not agree, or no longer').optional(),
      })
      .readonly(),
  )
  .readonly()
  .describe('The consents the step asks for; its form then has the questions of the record');
