import { z } from 'zod';
import { RELAY_CHANNELS, type RegisterChange } from '../../protocols/language/register.js';
import { instant, named } from './common.js';

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');
const day = z.iso.date().describe('Local date, YYYY-MM-DD');
const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/)
  .describe('Id in the pack');
export const source = z.object({
  mark: z.enum(['source', 'memory', 'comparator', 'proposal']),
  ref: z.string(),
});

const agreement = z.object({
  id: z.string(),
  title: z.string(),
  parties: z.array(z.string()),
  from: z.string(),
  until: z.string().optional().describe('As it stands with renewals and the register'),
  inForce: z.boolean().describe('Today, by the date in UTC'),
  endsInDays: z.int().optional().describe('Given when it ends within 90 days or has ended'),
  silence: z.enum(['none', 'acceptance']),
  source,
});

export const packListItem = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    about: z.string(),
    digest: z.string().describe('SHA-256 of the canonical JSON'),
    publishedAt: instant,
    retiredAt: instant.optional(),
    corridors: z.array(
      z.object({
        sending: z.array(z.string()).optional(),
        receiving: z.array(z.string()).optional(),
      }),
    ),
    agreements: z.array(agreement),
    points: z.array(named),
    norms: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        says: z.string(),
        length: z.number().optional(),
        unit: z.string().optional(),
        source,
      }),
    ),
  })
  .meta({ id: 'Pack' });
export type PackListItem = z.infer<typeof packListItem>;

const period = { from: day, until: day.optional() };

/** One entry of the register as it is given. */
export const registerChange: z.ZodType<RegisterChange> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('day'),
      country,
      on: day,
      works: z.boolean().describe('Whether people work on that day against the calendar'),
    }),
    z.strictObject({
      kind: z.literal('agreement'),
      agreement: code,
      from: day.optional(),
      until: day.optional(),
      silence: z.enum(['none', 'acceptance']).optional(),
    }),
    z.strictObject({ kind: z.literal('closure'), point: code, ...period }),
    z.strictObject({
      kind: z.literal('relations'),
      sending: country,
      receiving: country,
      channel: z.enum(RELAY_CHANNELS),
      ...period,
    }),
  ])
  .meta({ id: 'RegisterChange' });

export const registerBody = z.strictObject({
  change: registerChange,
  source: z.strictObject({
    mark: z.enum(['source', 'memory', 'comparator', 'proposal']),
    ref: z.string().min(3).max(600).describe('Where it was decreed or agreed'),
  }),
  note: z.string().max(400).optional(),
});

export const registerEntry = z
  .object({
    id: z.int().describe('Position; open runs learn entries in this order'),
    change: registerChange,
    words: z.string(),
    source,
    note: z.string().optional(),
    enteredAt: instant,
    enteredBy: named,
  })
  .meta({ id: 'RegisterEntry' });
export type RegisterEntryView = z.infer<typeof registerEntry>;
