import { z } from 'zod';
import { HOLD_CAUSES, REVIEW_DECISIONS } from '../../db/queries/series-holds.js';
import { LONGEST_REASON, MOST_ALLOWED } from '../series/holds.js';
import { code, instant, runId } from './common.js';

const holdId = z.string().regex(/^[0-9a-v]{26}$/);
const allowance = z.int().min(1).max(MOST_ALLOWED);

export const holdParams = z.object({ hold: holdId });

export const reviewBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('released'),
    allowance: allowance.describe('Decisions the account may give before its pace counts again'),
    reason: z.string().trim().min(1).max(LONGEST_REASON),
  }),
  z.strictObject({
    decision: z.literal('kept'),
    reason: z.string().trim().min(1).max(LONGEST_REASON),
  }),
]);

const seriesReview = z
  .object({
    decision: z.enum(REVIEW_DECISIONS),
    allowance: allowance.nullable(),
    at: instant,
    by: code.describe('Institution'),
    reason: z.string().optional().describe('Not shown to monitoring bodies'),
  })
  .meta({ id: 'SeriesReview' });

export const seriesHold = z
  .object({
    id: holdId,
    institution: code,
    account: z.string().optional().describe('Opaque id; not shown to monitoring bodies'),
    cause: z.enum(HOLD_CAUSES).describe('`fast`: too many in the time; `alike`: reasons alike'),
    at: instant,
    count: z.int().describe('Decisions that were accepted before'),
    decisions: z
      .array(
        z.object({
          run: runId,
          step: code,
          at: instant,
          alike: z.int().optional().describe('How alike its reasons are, in percent'),
        }),
      )
      .optional()
      .describe('Not shown to monitoring bodies'),
    releasedAt: instant.nullable(),
    allowance: allowance.nullable(),
    reviews: z.array(seriesReview),
  })
  .meta({ id: 'SeriesHold' });

export const seriesHolds = z.object({ items: z.array(seriesHold) });

const readingAlarm = z
  .object({
    id: holdId,
    institution: code,
    account: z.string().optional().describe('Opaque id; not shown to monitoring bodies'),
    at: instant,
    opened: z.int().describe('Cases of the five days before that were new to the account'),
    usual: z.int().describe('How many it opened in five days before that'),
    unrelated: z.int().describe('Of them, cases in which its institution had nothing to do'),
  })
  .meta({ id: 'ReadingAlarm' });

export const readingAlarms = z.object({ items: z.array(readingAlarm) });
