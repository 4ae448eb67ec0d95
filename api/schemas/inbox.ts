import { z } from 'zod';
import { instant, named, reason } from './common.js';
import { due } from './steps.js';

export const inboxItem = z
  .object({
    run: z.string(),
    protocol: named,
    rehearsal: z.boolean(),
    step: z.string(),
    opening: z.int(),
    role: named,
    title: z.string(),
    openedAt: instant,
    due,
    suspended: z.boolean(),
    why: z.array(reason).optional().describe('Why it is suspended'),
  })
  .meta({ id: 'InboxItem' });
export type InboxItemView = z.infer<typeof inboxItem>;

export const inbox = z
  .object({
    items: z.array(inboxItem),
    counts: z
      .object({
        overdue: z.int(),
        today: z.int(),
        soon: z.int(),
        later: z.int(),
        none: z.int(),
      })
      .describe('Of all matching steps, whatever state is asked for'),
    next: z.string().optional(),
  })
  .meta({ id: 'Inbox' });
