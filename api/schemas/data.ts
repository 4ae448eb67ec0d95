import { z } from 'zod';
import { MEASURE_GROUNDS, MEASURE_KINDS } from '../../db/queries/data-measures.js';
import { code, instant, runId } from './common.js';

export const measureId = z.string().regex(/^[0-9a-f]{32}$/);

export const measureBody = z.strictObject({
  kind: z
    .enum(MEASURE_KINDS)
    .describe('`erase` destroys the keys of the data, `hold` keeps them, `lift` ends a hold'),
  ground: z.enum(MEASURE_GROUNDS),
});

export const decisionBody = z.strictObject({ decision: z.enum(['approved', 'refused']) });

export const dataMeasure = z
  .object({
    id: measureId,
    kind: z.enum(MEASURE_KINDS),
    ground: z.enum(MEASURE_GROUNDS),
    askedBy: code,
    askedAt: instant,
    reviewOn: z.iso.date().nullable(),
    decision: z.enum(['approved', 'refused']).nullable(),
    decidedBy: code.nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'DataMeasure' });

export const dataMeasures = z.object({ items: z.array(dataMeasure) });
export const measureParams = z.object({ run: runId, measure: measureId });
