import { z } from 'zod';
import { NOTICE_STATES } from '../../db/queries/find-notice.js';
import type { NoticeKind, NoticeLevel } from '../../protocols/core/effects.js';
import { instant, named } from './common.js';
import { due } from './steps.js';

/** Complete by its type: a kind the core adds must be named here. */
const KINDS = {
  opened: 'opened',
  reassigned: 'reassigned',
  'nearly-due': 'nearly-due',
  overdue: 'overdue',
  lapsed: 'lapsed',
  escalated: 'escalated',
  withdrawn: 'withdrawn',
  suspended: 'suspended',
  resumed: 'resumed',
  shared: 'shared',
  recalled: 'recalled',
  'recall-rests': 'recall-rests',
  ended: 'ended',
  vacant: 'vacant',
  unclaimed: 'unclaimed',
  'second-needed': 'second-needed',
  lowered: 'lowered',
  'lowered-soon': 'lowered-soon',
} as const satisfies { readonly [K in NoticeKind]: K };

const LEVELS = {
  institution: 'institution',
  supervisor: 'supervisor',
  'lead-technical': 'lead-technical',
  'lead-political': 'lead-political',
  monitor: 'monitor',
} as const satisfies { readonly [L in NoticeLevel]: L };

/** `R-7F3K-91PQ`; without the second hyphen where a rebuild had to make a new one. */
export const reference = z
  .string()
  .regex(/^R-[0-9A-Z]{4}-?[0-9A-Z]{4}$/)
  .describe('Reference of the message, as its mail says it');

const destination = z
  .object({
    run: z.string(),
    step: z.string().optional(),
    opening: z.int().optional(),
    shares: z.array(z.string()).optional().describe('Data sent to you, each as step.opening.share'),
    title: z.string(),
    due: due.optional().describe('Absent when nobody has to answer any more'),
    responsible: z
      .array(named)
      .optional()
      .describe('Who must answer, where it is not your institution'),
    answerable: z.boolean().describe('Your institution can still answer or acknowledge'),
  })
  .meta({ id: 'Destination' });
export type DestinationView = z.infer<typeof destination>;

export const notice = z
  .object({
    reference: z.string(),
    kind: z.enum(KINDS),
    level: z.enum(LEVELS).describe('In which capacity your institution is told'),
    institution: named.describe('Who the notice went to'),
    at: instant,
    sentAt: instant.optional().describe('When it was mailed'),
    state: z.enum(NOTICE_STATES).describe('What became of the message'),
    leadsTo: destination.optional().describe('Absent once your institution may not see the run'),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof notice>;
