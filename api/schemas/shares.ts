import { z } from 'zod';
import { CATEGORIES } from '../../protocols/language/form.js';
import { RECALL_ANSWERS } from '../../protocols/language/recall.js';
import { instant, named } from './common.js';

const source = z.object({
  mark: z.enum(['source', 'memory', 'comparator', 'proposal']),
  ref: z.string(),
});

export const share = z
  .object({
    run: z.string(),
    share: z.string().describe('step.opening.share'),
    protocol: named,
    step: named,
    categories: z.array(z.enum(CATEGORIES)),
    purpose: z.string(),
    ground: source,
    state: z.enum(['released', 'acknowledged']),
    releasedAt: instant,
    acknowledgeBy: instant.optional(),
    acknowledgedAt: instant.optional(),
    recalled: z
      .object({
        at: instant,
        answer: z.enum(RECALL_ANSWERS).optional().describe('Absent while nobody answered'),
        answeredAt: instant.optional(),
      })
      .optional()
      .describe('Must not be used any more; never says why'),
  })
  .meta({ id: 'Share' });
export type ShareView = z.infer<typeof share>;

export const packet = z
  .object({
    share,
    from: named,
    fields: z
      .array(z.object({ id: z.string(), label: z.string(), value: z.unknown() }))
      .describe('The data itself, as released'),
  })
  .meta({ id: 'Packet' });
export type PacketView = z.infer<typeof packet>;
