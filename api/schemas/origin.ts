import { z } from 'zod';
import { STOP_REASONS } from '../../protocols/core/stop.js';
import { LONGEST_REASON } from '../runs/step-requests.js';

const why = z
  .string()
  .min(1)
  .max(LONGEST_REASON)
  .describe('Why, in words; stored encrypted and read by whoever leads the run');

export const stopBody = z.strictObject({
  reason: z
    .enum(STOP_REASONS)
    .describe('`asked` by the person, `protection` under way, a `risk` became known, or `other`'),
  why,
});

export const liftBody = z.strictObject({ why });

export const liftDecisionBody = z.strictObject({
  lifts: z.boolean().describe('Contact is allowed again; otherwise the stop stays'),
  why,
});
