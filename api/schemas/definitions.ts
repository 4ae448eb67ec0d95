import { z } from 'zod';
import { DEFINITION_ACT_KINDS } from '../../db/queries/definition-acts.js';
import { SUBJECTS } from '../../protocols/compare/difference.js';
import { MOST_BYTES } from '../../protocols/language/validate/size.js';
import { code, instant } from './common.js';

export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the canonical JSON, as the person read it');
export const reasons = z
  .string()
  .trim()
  .min(10)
  .max(2000)
  .describe('Why, in words; names nobody, stays on record');
export const definitionParams = z.object({ definition: code });
/** The draft a change is made from; a change of anything else is refused. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"[0-9a-f]{64}"$/)
    .describe('Digest of the draft as it was read, in quotes'),
});

/** The digest an If-Match header names. */
export function digestIn(header: string): string {
  return header.slice(1, -1);
}

/** Room for the largest definition there may be, written with spaces. */
export const DEFINITION_BODY = { bodyLimit: 2 * MOST_BYTES } as const;

export const finding = z
  .object({
    invariant: z.string().describe('The safeguard or rule that is broken, e.g. INV-A1'),
    severity: z.enum(['error', 'warning']).describe('An error keeps it from coming into force'),
    where: z.string().describe('Path of ids, e.g. steps/departure/requires'),
    must: z.string().describe('What must hold, with its source'),
    found: z.string().describe('What is wrong here'),
    fix: z.string().describe('What to do'),
    path: z.array(z.string()).describe('The shortest way to it, step by step'),
  })
  .meta({ id: 'DefinitionFinding' });

const act = z
  .object({
    n: z.int().describe('Position among the acts of the protocol'),
    kind: z.enum(DEFINITION_ACT_KINDS),
    version: z.int(),
    digest: z.string(),
    institution: z.string(),
    account: z.string().describe('Opaque id of the access used; `system` for the product'),
    reasons: z.string().optional(),
    errors: z.int().optional().describe('Errors found at that moment'),
    warnings: z.int().optional(),
    at: instant,
  })
  .meta({ id: 'DefinitionAct' });

const draft = z
  .object({
    version: z.int().describe('The number it will have once published'),
    digest,
    state: z.enum(['draft', 'submitted', 'approved']),
    authors: z.array(z.string()).describe('Accounts that wrote a part of it; none may approve'),
    changedAt: instant,
    approvedBy: z.string().optional(),
    findings: z.array(finding).describe('What was last found in it, errors first'),
  })
  .meta({ id: 'DefinitionDraft' });

const current = z
  .object({ version: z.int(), digest: z.string() })
  .describe('The version that takes new runs');

/** Where a protocol stands as a definition. */
export const definitionSummary = z
  .object({
    protocol: z.string(),
    shipped: z.boolean().describe('It came with the product'),
    current: current.optional(),
    draft: draft.omit({ findings: true }).optional(),
  })
  .meta({ id: 'DefinitionSummary' });

export const definitionStanding = z
  .object({
    protocol: z.string(),
    shipped: z.boolean().describe('It came with the product'),
    current: current.optional(),
    draft: draft.optional(),
    acts: z.array(act).describe('Who did what when, oldest first'),
  })
  .meta({ id: 'DefinitionStanding' });

export const difference = z
  .object({
    subject: z.enum(SUBJECTS),
    where: z.string().describe('Path of ids, e.g. steps/departure/requires'),
    text: z.string().describe('What is different, in words'),
    weakens: z.boolean().describe('Protects less, or cannot be shown to protect as much'),
  })
  .meta({ id: 'DefinitionDifference' });

export type FindingView = z.infer<typeof finding>;
export type StandingView = z.infer<typeof definitionStanding>;
export type SummaryView = z.infer<typeof definitionSummary>;
