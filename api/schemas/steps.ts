import { z } from 'zod';
import { INBOX_GROUPS } from '../../db/queries/find-inbox.js';
import { SILENCE, UNITS } from '../../protocols/language/deadline.js';
import { CATEGORIES, FIELD_TYPES } from '../../protocols/language/form.js';
import { STEP_KINDS } from '../../protocols/language/step.js';
import { code, folio, instant, named, opening, reason } from './common.js';

export const due = z
  .object({
    state: z.enum(INBOX_GROUPS).describe('`later` is on time; `none` has no running deadline'),
    words: z.string().describe('e.g. “Vence hoy, en 2 h 10 min”'),
    at: instant.optional(),
    moment: z.string().optional().describe("The moment in the institution's own zone"),
  })
  .meta({ id: 'Due' });
export type DueView = z.infer<typeof due>;

/** What people answer: one value per field, checked against the definition of the form. */
const answer = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(200),
]);
export const answers = z
  .record(z.string().min(1).max(80), answer)
  .default({})
  .describe('Answers by field id, as the form of the step asks for them');

export const completeBody = z.strictObject({
  opening,
  outcome: code,
  role: code.optional().describe('Needed only where the institution fills several roles here'),
  answers,
  confirms: folio
    .optional()
    .describe(
      'Where an answer takes two people: the folio of the answer that was read and is confirmed, `unconfirmed` of the step. Without it nothing is confirmed',
    ),
});
export const eventBody = z.strictObject({ role: code.optional(), answers });
export const draftBody = z.strictObject({
  opening,
  role: code.optional(),
  outcome: code.optional(),
  answers,
});
export const acknowledgementBody = z.strictObject({}).default({});

const option = z.object({ id: z.string(), title: z.string() });
const source = z.object({
  mark: z.enum(['source', 'memory', 'comparator', 'proposal']),
  ref: z.string(),
});
export const field = z
  .object({
    id: z.string(),
    type: z.enum(FIELD_TYPES),
    category: z.enum(CATEGORIES),
    label: z.string(),
    hint: z.string().optional(),
    required: z.union([z.boolean(), z.array(z.string())]).describe('Or the outcomes that need it'),
    yesFor: z.array(z.string()).optional().describe('Outcomes only a yes goes with'),
    options: z.array(option).optional(),
    maxLength: z.int().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'Field' });
export type FieldView = z.infer<typeof field>;

export const stepDetail = z
  .object({
    run: z.string(),
    step: z.string(),
    opening: z.int(),
    role: named,
    kind: z.enum(STEP_KINDS),
    title: z.string(),
    instructions: z.string().optional(),
    stage: named,
    protocol: named,
    rehearsal: z.boolean(),
    status: z.enum(['open', 'suspended', 'signed', 'closed', 'withdrawn']),
    openedAt: instant,
    closedAt: instant.optional(),
    outcome: named.optional(),
    due,
    deadline: z
      .object({
        length: z.number(),
        unit: z.enum(UNITS),
        silence: z.enum(SILENCE),
        silenceMeans: z.string(),
        source,
      })
      .optional(),
    basis: z.array(source),
    why: z.array(reason).optional().describe('Why the step is suspended'),
    outcomes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        possible: z.boolean().describe('May be given now; false while something is missing'),
      }),
    ),
    form: z.array(field),
    unconfirmed: z
      .object({ outcome: named, folio, at: instant })
      .optional()
      .describe('An answer of this role that waits for a second person, who names its folio'),
    draft: z
      .object({
        savedAt: instant,
        outcome: code.optional(),
        answers: z.record(z.string(), z.unknown()),
      })
      .optional()
      .describe('What your institution saved and has not sent'),
  })
  .meta({ id: 'StepDetail' });
export type StepDetailView = z.infer<typeof stepDetail>;
