import { z } from 'zod';
import { STANDINGS } from '../../protocols/language/family.js';

export const family = z
  .object({
    unit: z.string().describe('Links the runs of one family; tells nothing about anybody'),
    members: z.array(
      z.object({
        member: z.string(),
        mine: z.boolean().describe('The person of this run'),
        standing: z.object({ id: z.enum(STANDINGS), title: z.string() }),
        run: z.string().optional().describe('Their run, if you may see it'),
      }),
    ),
    joins: z
      .array(z.object({ id: z.string(), title: z.string(), complete: z.boolean() }))
      .describe('Points the family passes together, and whether all who go along have come there'),
  })
  .meta({ id: 'Family' });
export type FamilyView = z.infer<typeof family>;
