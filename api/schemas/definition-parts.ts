import { z } from 'zod';
import { CATEGORIES } from '../../protocols/language/form.js';
import { condition, id, names, text } from './definition-pieces.js';

/* Parts a definition may have: how runs are linked as families and group operations, and what a step takes back. */

export const recalls = z
  .strictObject({
    categories: z
      .array(z.enum(CATEGORIES))
      .readonly()
      .optional()
      .describe('What is taken back; all but anonymous statistics unless given'),
    from: names('Steps whose shares are taken back; all unless given').optional(),
  })
  .readonly()
  .describe('The step takes back data that was shared with its role');

export const family = z
  .strictObject({
    held: condition.describe('The person is stopped for now'),
    stays: condition.optional().describe('It was decided that the person does not go'),
    gone: condition.describe('The person was handed over'),
    diverged: z.string().describe("Event in the others' runs when the person no longer goes along"),
    rejoined: z.string().describe("Event in the others' runs when the person goes along again"),
    joins: z
      .array(
        z
          .strictObject({
            id: id('The same in every protocol whose runs may be one family’s'),
            title: text('What users read'),
            ready: condition.describe('The person has come there'),
            met: z.string().describe('Event when all who go along have come there'),
            broken: z.string().describe('Event when that is not so, or no longer'),
          })
          .readonly(),
      )
      .readonly()
      .describe('Points the members of a family pass together'),
  })
  .readonly()
  .describe("How a run hangs together with those of the person's family");
export const seat = z
  .strictObject({
    date: z.string().describe('The planned date that must lie inside what the operation declares'),
    calledOff: z.string().describe('Reported when the operation does not take the person'),
    protectedWhen: condition.optional().describe('On the list for protected handling'),
  })
  .readonly()
  .optional()
  .describe('How a person under this protocol takes part in group operations');

export const operation = z
  .strictObject({
    purpose: z.string().describe('Attribute with the code `removal` or `voluntary`'),
    capacity: z.string().describe('Attribute with the number of seats'),
    departure: z.string().describe('Planned date of the earliest departure'),
    latest: z.string().describe('Planned date of the latest departure'),
    seating: z.string().describe('Seats may be taken while this fact holds'),
    live: z.string().describe('Lines stand while this fact holds'),
    boarded: z.string().describe('Once this fact holds boarding is over'),
    counted: z
      .strictObject({
        arrived: z.string().describe('Attribute with how many arrived, as counted'),
        refused: z.string().describe('Attribute with how many were not received, as counted'),
      })
      .readonly()
      .describe('What was counted on arrival'),
    reports: z
      .strictObject({
        listChanged: z.string().describe('The lines are not those of the last version'),
        linesAnswered: z.string().describe('No line waits for an answer'),
        journeyOver: z.string().describe('Nobody is on the way any more'),
        countsDiffer: z.string().describe('What was counted is not what the acts say'),
      })
      .readonly()
      .describe('Events the system reports'),
  })
  .readonly()
  .optional()
  .describe('A run under this protocol coordinates a group operation');
