import { z } from 'zod';
import { STEP_KINDS } from '../../protocols/language/step.js';
import { findCalendar } from '../../protocols/rules/calendars/index.js';
import type { GivenProfile } from '../../protocols/simulator/profile/profile.js';

/*
 * What a profile file may say. Names of the definition are checked afterwards, when it is known; the type of the
 * simulator is the contract.
 */

const weight = z.number().min(0).max(1_000_000);
const share = z.number().min(0).max(1);

const spread = z
  .strictObject({ median: z.number().min(0).max(100_000), p90: z.number().min(0).max(1_000_000) })
  .refine(({ median, p90 }) => p90 >= median, 'p90 must not be less than median');

const hours = z.union([
  z.literal('always'),
  z
    .strictObject({ from: z.number().min(0).max(24), until: z.number().min(0).max(24) })
    .refine(({ from, until }) => until > from, 'until must be later than from'),
]);

const effort = z.strictObject({ response: spread, work: spread, silence: share }).partial();

const office = z
  .strictObject({
    officers: z.number().int().min(1).max(100_000),
    hours,
    silence: share,
    pace: z.number().min(0.01).max(100),
  })
  .partial();

const place = z.strictObject({
  country: z.string().refine((country) => findCalendar(country) !== undefined, 'no such calendar'),
  timeZone: z.string().refine(isTimeZone, 'no such time zone'),
});

/** A profile as it is written in a file; unknown fields are refused. */
export const profileSchema: z.ZodType<GivenProfile> = z
  .strictObject({
    arrivalsPerDay: z.number().min(0.01).max(100_000),
    places: z.strictObject({ sending: place, receiving: place, either: place }).partial(),
    institutions: z.record(z.string(), office),
    kinds: z.partialRecord(z.enum(STEP_KINDS), effort),
    steps: z.record(z.string(), effort),
    outcomes: z.record(z.string(), weight),
    events: z.record(z.string(), z.number().min(0).max(10_000)),
    attributes: z.record(z.string(), z.record(z.string(), weight)),
    dates: z.record(z.string(), spread),
  })
  .partial();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
