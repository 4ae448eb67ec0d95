import { z } from 'zod';

/** Ids of definitions, steps, roles, institutions: letters, digits and a few signs. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
export const runId = z
  .string()
  .regex(/^[0-9a-v]{26}$/)
  .describe('Id of a run: random, tells nothing about the person');
export const shareId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,80}\.[1-9][0-9]{0,5}\.[A-Za-z0-9_-]{1,80}$/)
  .describe('step.opening.share');
export const instant = z.iso.datetime().describe('UTC instant, ISO 8601');
export const folio = z
  .string()
  .regex(/^F-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  .describe('Reference of an act for people');
export const opening = z.int().min(1).max(1_000_000).describe('Which opening of the step');

/** An instant a person gives, with zone. */
export const givenInstant = z
  .string()
  .max(40)
  .refine((value) => parseInstant(value) !== undefined, { message: 'instant' })
  .meta({ format: 'date-time', description: 'Instant with zone, from 2000 to 2099' });

const INSTANT =
  /^(20\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Epoch milliseconds of an ISO 8601 instant with zone; undefined for anything else or a day that does not exist. */
export function parseInstant(value: string): number | undefined {
  const match = INSTANT.exec(value);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

export const runParams = z.object({ run: runId });
export const stepParams = z.object({ run: runId, step: code });
export const shareParams = z.object({ run: runId, share: shareId });

export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/)
    .describe('Chosen by the caller, one per wish: the same key again gives the same answer'),
});

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(25)
  .describe('Entries per page');
export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,600}$/)
  .optional()
  .describe('`next` of the page before');

/** An id with its title in the reader's language. */
export const named = z.object({ id: z.string(), title: z.string() }).meta({ id: 'Named' });
export type NamedView = z.infer<typeof named>;

/** A reason: a code for programs, words for people. */
export const reason = z.object({ code: z.string(), text: z.string() }).meta({ id: 'Reason' });
export type ReasonView = z.infer<typeof reason>;
