import { z } from 'zod';
import { SEAT_STATUSES } from '../../protocols/core/state.js';
import { SEAT_LISTS } from '../../protocols/language/seat.js';
import { instant, named, reason, runId } from './common.js';

export const operationParams = z.object({ run: runId.describe('Run of the operation') });

const declared = {
  run: z.string().describe('Run of the operation; its steps are answered like those of any run'),
  protocol: z.object({ id: z.string(), version: z.int(), title: z.string() }),
  rehearsal: z.boolean(),
  purpose: named,
  capacity: z.int(),
  departsAt: instant.optional(),
  latestAt: instant.optional(),
  point: z.string().optional().describe('Code of the handover point'),
  seating: z.boolean().describe('Seats may be taken'),
  startedAt: instant,
  endedAt: instant.optional(),
};

export const operationListItem = z.object(declared).meta({ id: 'OperationListItem' });
export type OperationListItemView = z.infer<typeof operationListItem>;

export const operation = z
  .object({
    ...declared,
    view: z
      .enum(['lines', 'pseudonyms', 'own'])
      .describe('Lines with the runs you may read, pseudonyms only, or only lines sent to you'),
    taken: z.int().optional().describe('Seats taken; absent where you see only your own lines'),
    lines: z
      .array(z.object({ list: named, count: z.int() }))
      .describe('How many of the lines you see are on which list'),
    versions: z.int().describe('Lists that were sent'),
  })
  .meta({ id: 'Operation' });
export type OperationView = z.infer<typeof operation>;

export const operationLine = z
  .object({
    line: z.string().describe('Reference of the line on this operation; not of the person'),
    list: named,
    status: named,
    corrections: z.int(),
    run: z.string().optional().describe("The person's own run, where you may read it"),
    boarding: z
      .object({ ready: z.boolean(), missing: z.array(reason) })
      .optional()
      .describe('For who answers the departure: whether every gate of that run holds now'),
  })
  .meta({ id: 'OperationLine' });
export type OperationLineView = z.infer<typeof operationLine>;

export const lineList = z.enum(SEAT_LISTS);
export const lineStatus = z.enum(SEAT_STATUSES);

const versionLine = z.object({ line: z.string(), list: named, corrections: z.int() });

export const operationVersion = z
  .object({
    version: z.int(),
    frozenAt: instant,
    lines: z.array(versionLine),
    since: z.int().optional().describe('The version this one is compared with'),
    added: z.array(z.string()),
    dropped: z.array(z.string()),
    changed: z.array(z.string()),
  })
  .meta({ id: 'OperationVersion' });
export type OperationVersionView = z.infer<typeof operationVersion>;

const counts = {
  expected: z.int().nullable().describe('Lines of the last list that was sent'),
  stayed: z.int().nullable().describe('Expected, and did not board'),
  boarded: z.int().nullable(),
  arrived: z.int().nullable().describe('Received by the receiving authority'),
  refused: z.int().nullable(),
  broughtBack: z.int().nullable(),
  onTheWay: z.int().nullable(),
};

export const reconciliation = z
  .object({
    lines: z.object(counts).describe('By the lines you see'),
    counted: z
      .object({ arrived: z.number(), refused: z.number() })
      .optional()
      .describe('By the authority at the point'),
    matches: z.boolean().optional(),
    report: z
      .object(counts)
      .optional()
      .describe('What may be published: null where a number could be a person'),
  })
  .meta({ id: 'Reconciliation' });
export type ReconciliationView = z.infer<typeof reconciliation>;
