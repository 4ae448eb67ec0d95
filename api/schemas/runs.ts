import { z } from 'zod';
import { code, givenInstant, instant, named, reason, runId } from './common.js';
import { family } from './family.js';
import { due, field } from './steps.js';

const attribute = z.union([z.string().max(200), z.number(), z.boolean()]);

export const startBody = z.strictObject({
  protocol: code,
  pack: code
    .optional()
    .describe('Country or corridor pack; found by the countries of the institutions unless given'),
  bindings: z
    .record(code, code)
    .describe(
      'Institution of the directory for each role, and as `ROLE.rule` for who is competent beside it under the pack',
    ),
  attributes: z.record(code, attribute).optional().describe('Codes the run may branch on'),
  dates: z.record(code, givenInstant).optional().describe('Planned dates'),
  relativeOf: runId
    .optional()
    .describe('A run of the same family: one request per person, each gets a run of their own'),
  rehearsal: z
    .strictObject({ startsAt: givenInstant })
    .optional()
    .describe('Marks the run as a rehearsal for ever'),
});

const prospect = z.object({
  outcome: named,
  opens: z.array(named),
  withdraws: z.array(named),
  ends: named.optional(),
  continues: z.string().optional().describe('Protocol under which the person would go on'),
});

const link = z.object({
  run: z.string(),
  protocol: z.object({ id: z.string(), title: z.string() }),
});

export const stepInRun = z
  .object({
    step: z.string(),
    title: z.string(),
    stage: z.string(),
    status: z.enum(['open', 'suspended', 'waiting', 'answered', 'not-yet']),
    opening: z.int(),
    mine: z.boolean().describe('Your institution signs it'),
    signers: z.array(z.object({ role: named, institution: named, signed: z.boolean().optional() })),
    disagree: z
      .literal(true)
      .optional()
      .describe('Signers gave different answers; it stays open until all give the same'),
    openedAt: instant.optional(),
    due: due.optional(),
    outcome: named.optional(),
    why: z.array(reason).optional().describe('What is missing, in the words of the protocol'),
    waitsFor: z.array(reason).optional().describe('What is in the way, each by itself'),
    awaits: z
      .object({ of: z.enum(['all', 'any']), parts: z.array(z.string()) })
      .optional()
      .describe('The same in sentences, and whether all or any of them are needed'),
    opensAt: instant.optional(),
    prospects: z.array(prospect).optional().describe('What each possible answer would bring'),
  })
  .meta({ id: 'StepInRun' });
export type StepInRunView = z.infer<typeof stepInRun>;

export const run = z
  .object({
    run: z.string(),
    protocol: z.object({ id: z.string(), version: z.int(), title: z.string() }),
    pack: named.optional().describe('Country or corridor pack the run is under'),
    view: z
      .enum(['full', 'party', 'reserved'])
      .describe('How much is shown: everything, own steps and the state of others, own steps only'),
    rehearsal: z.boolean(),
    startedAt: instant,
    endedAt: instant.optional(),
    ending: named.optional(),
    continues: link.optional().describe('The run this one carries on, if you may see it'),
    continuedBy: link.optional().describe('The run that carries this one on, if you may see it'),
    family: family.optional().describe("How the family's members stand; absent for one alone"),
    myRoles: z.array(named),
    vacant: z
      .array(named)
      .optional()
      .describe(
        'Roles without an institution; their steps are with the lead until one is assigned',
      ),
    unsureState: z
      .array(named)
      .optional()
      .describe(
        'Roles of a consulate or ministry of which the directory does not say whose it is, or that is not of the State of its side',
      ),
    attributes: z.record(z.string(), attribute).optional(),
    dates: z.record(z.string(), instant).optional(),
    facts: z
      .array(z.object({ id: z.string(), title: z.string(), until: instant.optional() }))
      .optional(),
    steps: z.array(stepInRun),
    events: z
      .array(z.object({ id: z.string(), title: z.string(), form: z.array(field) }))
      .describe('What your institution may report now'),
  })
  .meta({ id: 'Run' });
export type RunView = z.infer<typeof run>;

export const receipt = z
  .object({
    folio: z.string().describe('Reference of this act for people'),
    recordedAt: instant,
    replayed: z.boolean().describe('The same key had been sent before; nothing was written now'),
  })
  .meta({ id: 'Receipt' });
export type ReceiptView = z.infer<typeof receipt>;

export const actAnswer = z.object({
  receipt,
  run: run.optional().describe('Absent when the act took the run out of your sight'),
});

export const runListItem = z
  .object({
    run: z.string(),
    protocol: z.object({ id: z.string(), version: z.int(), title: z.string() }),
    rehearsal: z.boolean(),
    startedAt: instant,
    endedAt: instant.optional(),
    ending: named.optional(),
    myRoles: z.array(named),
    waitingForMe: z.int(),
    openSteps: z.int().optional(),
  })
  .meta({ id: 'RunListItem' });

export const historyEntry = z
  .object({
    at: instant,
    recordedAt: instant,
    type: z.enum([
      'run-started',
      'step-completed',
      'event-reported',
      'clock-reached',
      'share-acknowledged',
      'role-reassigned',
      'family-joined',
      'register-changed',
      'step-nudged',
      'origin-stopped',
      'origin-lift-asked',
      'origin-lift-decided',
    ]),
    words: z.string(),
    institution: named.optional().describe('Absent for what time did'),
    step: z.string().optional(),
    outcome: z.string().optional(),
    event: z.string().optional(),
    folio: z.string(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntryView = z.infer<typeof historyEntry>;

/** What can be read of a case: kept texts, a search that found it, and signed evidence that was asked for or given. */
export const READABLE = [
  'answers',
  'share',
  'draft',
  'files',
  'request',
  'reason',
  'document-search',
  'evidence-asked',
  'evidence',
] as const;

export const readEntry = z
  .object({
    at: instant,
    what: z.enum(READABLE).describe('What was read'),
    institution: named.optional().describe('Who read it; absent where you may not know'),
    position: z.int().min(0).optional().describe('Place in the log, once it has one'),
  })
  .meta({ id: 'ReadEntry' });
export type ReadEntryView = z.infer<typeof readEntry>;
