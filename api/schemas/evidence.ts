import { z } from 'zod';
import { EVIDENCE_FAILURES, EVIDENCE_STATES } from '../../db/queries/evidence-requests.js';
import { LONGEST_CHECKPOINT } from '../record/wish.js';
import { instant, runId } from './common.js';

/** JSON, one object a line. */
export const EVIDENCE_TYPE = 'application/x-ndjson';

export const evidenceId = z.string().regex(/^[0-9a-f]{32}$/);
export const evidenceParams = z.object({ request: evidenceId });

const caseName = z
  .string()
  .regex(/^M-\w{5}-\w{5}-\w{5}$/)
  .describe('A monitoring body’s own name of a case');
const day = z.iso.date();

export const evidenceBody = z.strictObject({
  run: runId.optional(),
  case: caseName.optional(),
  from: day.optional().describe('First day of a period, UTC'),
  to: day.optional().describe('Last day of a period, UTC; at most 31 days in all'),
  checkpoint: z
    .string()
    .min(1)
    .max(LONGEST_CHECKPOINT)
    .optional()
    .describe('A signed checkpoint you hold: the file proves that the log still begins with it'),
});

export const evidenceRequest = z
  .object({
    id: evidenceId,
    state: z
      .enum(EVIDENCE_STATES)
      .describe('`pending`: asked for, made within seconds; `expired`: the file was removed'),
    form: z
      .enum(['exact', 'coarse'])
      .describe('`coarse`: a monitoring body’s own names of cases, days or months'),
    run: runId.optional(),
    case: caseName.optional(),
    from: day.optional(),
    to: day.optional(),
    ownSize: z.int().min(0).optional().describe('Entries of the checkpoint you gave'),
    askedAt: instant,
    madeAt: instant.optional(),
    expiresAt: instant.optional().describe('From then on the file is not there any more'),
    size: z.int().min(1).optional().describe('Bytes'),
    digest: z.string().optional().describe('SHA-256 of the file, hex'),
    checkpoint: z
      .string()
      .optional()
      .describe('The signed checkpoint the file leads to; keep it for the next time'),
    failure: z.object({ code: z.enum(EVIDENCE_FAILURES), text: z.string() }).optional(),
  })
  .meta({ id: 'EvidenceRequest' });

export const evidenceRequests = z.object({ items: z.array(evidenceRequest) });
