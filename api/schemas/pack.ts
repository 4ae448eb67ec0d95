import { z } from 'zod';
import { SILENCE } from '../../protocols/language/deadline.js';
import type { OpenDay } from '../../protocols/language/hours.js';
import type { Pack } from '../../protocols/language/pack.js';
import { RELAY_CHANNELS } from '../../protocols/language/register.js';
import { isTooDeep } from '../../protocols/language/validate.js';
import { parts } from './definition.js';

/*
 * The format of a pack as it is read and written, unknown fields refused. The types of protocols/language/pack are the
 * contract and pack.test.ts proves both equal. Names are checked afterwards by `checkPack` and `checkVariant`.
 */

const { text, source, length, lengthFields, deadlineFrom, field, fact, step } = parts;

const id = z.string().min(1).max(60);
const ids = z.array(z.string()).readonly();
const country = z.string();
const day = z.string().describe('Local date, YYYY-MM-DD');
const period = { from: day, until: day.optional() };

const openDay: z.ZodType<OpenDay> = z.union([
  z.literal([1, 2, 3, 4, 5, 6, 7]),
  z.literal('holiday'),
]);
const hours = z
  .array(
    z
      .strictObject({
        days: z.array(openDay).readonly().describe('1 Monday to 7 Sunday, or holiday'),
        from: z.string().describe('HH:MM, inside'),
        until: z.string().describe('HH:MM, no longer inside; 24:00 for the end of the day'),
        source,
      })
      .readonly(),
  )
  .readonly()
  .describe('What no entry names is closed');

const norm = z
  .strictObject({
    id,
    title: text('What it is about'),
    figure: length.optional(),
    says: text('What the source says'),
    silence: text('What the source attaches to silence').optional(),
    source,
    steps: z
      .array(
        z
          .strictObject({
            protocol: z.string(),
            step: z.string(),
            as: z.enum(['length', 'ceiling', 'beside']),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly();

const agreement = z
  .strictObject({
    id,
    title: text('Its name'),
    type: z.enum(['treaty', 'memorandum', 'local-arrangement']),
    parties: z.array(country).readonly(),
    ...period,
    renewals: z
      .array(z.strictObject({ until: day, source }).readonly())
      .readonly()
      .optional(),
    silence: z.enum(['none', 'acceptance']),
    source,
  })
  .readonly();

const point = z
  .strictObject({
    id,
    title: text('Its name'),
    kind: z.enum(['handover', 'scheduled-travel']),
    timeZone: z.string(),
    holidaysOf: z.array(country).readonly(),
    hours,
    agreement: z.string().optional(),
    closed: z.array(z.strictObject(period).readonly()).readonly().optional(),
    capacity: z.strictObject({ people: z.number(), source }).readonly().optional(),
    contacts: z
      .array(z.strictObject({ for: z.string(), kind: z.string() }).readonly())
      .readonly()
      .optional(),
    source,
  })
  .readonly();

const competence = z
  .strictObject({
    id,
    role: z.string(),
    kind: z.string(),
    title: text('Who is competent'),
    steps: ids.optional(),
    hours: hours.optional(),
    timeZone: z.string(),
    holidaysOf: z.array(country).readonly(),
    source,
  })
  .readonly();

const variant = z
  .strictObject({
    protocol: z.string(),
    deadlines: z
      .array(
        z
          .strictObject({
            step: z.string(),
            ...lengthFields,
            from: deadlineFrom.optional(),
            pausedWhile: ids.optional(),
            silence: z.enum(SILENCE).optional(),
            source,
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    roles: z
      .array(z.strictObject({ role: z.string(), kind: z.string(), source }).readonly())
      .readonly()
      .optional(),
    texts: z
      .array(
        z
          .strictObject({
            step: z.string(),
            title: text('What users read').optional(),
            instructions: text('What must be done').optional(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    facts: z.array(fact).readonly().optional(),
    steps: z.array(step).readonly().optional(),
    requires: z
      .array(z.strictObject({ step: z.string(), facts: ids }).readonly())
      .readonly()
      .optional(),
    signers: z
      .array(z.strictObject({ step: z.string(), roles: ids }).readonly())
      .readonly()
      .optional(),
    clears: z
      .array(z.strictObject({ at: z.string(), facts: ids }).readonly())
      .readonly()
      .optional(),
    clearsAtOpening: z
      .array(z.strictObject({ step: z.string(), facts: ids }).readonly())
      .readonly()
      .optional(),
    validity: z
      .array(z.strictObject({ at: z.string(), fact: z.string(), validFor: length }).readonly())
      .readonly()
      .optional(),
    fields: z
      .array(z.strictObject({ step: z.string(), field }).readonly())
      .readonly()
      .optional(),
    rewrites: z.array(step).readonly().optional(),
  })
  .readonly();

const decreed = z.strictObject({ off: z.array(day).readonly(), working: z.array(day).readonly() });

/** A pack as JSON or YAML; refuses unknown fields. */
export const packSchema = z
  .strictObject({
    language: z.literal(1).describe('Version of this language'),
    id,
    version: z.number(),
    title: text('What users read'),
    about: text('What it is for'),
    corridors: z
      .array(
        z
          .strictObject({
            sending: z.array(country).readonly().optional(),
            receiving: z.array(country).readonly().optional(),
          })
          .readonly(),
      )
      .readonly(),
    norms: z.array(norm).readonly(),
    agreements: z.array(agreement).readonly(),
    points: z.array(point).readonly(),
    competence: z.array(competence).readonly(),
    relations: z
      .array(
        z
          .strictObject({
            sending: country,
            receiving: country,
            channel: z.enum(RELAY_CHANNELS),
            ...period,
          })
          .readonly(),
      )
      .readonly(),
    days: z.record(z.string(), decreed.readonly()).readonly(),
    variants: z.array(variant).readonly(),
  })
  .readonly()
  .describe('What a country or corridor brings to the protocols');

/** Reads a pack; a value nested so deep that reading it would be unsafe is refused before it is looked at. */
export function parsePack(value: unknown): z.ZodSafeParseResult<Pack> {
  if (!isTooDeep(value)) return packSchema.safeParse(value);
  return z.custom<Pack>(() => false, 'Nested too deep').safeParse(value);
}
