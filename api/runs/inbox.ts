import { z } from 'zod';
import type { InboxItem, InboxLimits, InboxPosition } from '../../db/queries/find-inbox.js';
import { getDefinition } from '../../door/commit-act.js';
import type { ApiContext } from '../context.js';
import { writeCursor } from '../edge/cursor.js';
import type { InboxItemView } from '../schemas/inbox.js';
import { inboxItemView } from '../views/inbox-item.js';
import type { Asking } from './open-run.js';

/** Where a page of an inbox ended, as a cursor carries it. */
export const inboxPosition: z.ZodType<InboxPosition> = z.object({
  dueAt: z.number().min(0).max(8_640_000_000_000_000).nullable(),
  run: z.string().max(40),
  step: z.string().max(80),
  opening: z.int().min(1).max(1_000_000),
  role: z.string().max(80),
});

/** The lines of a page of an inbox. */
export async function inboxItemViews(
  context: ApiContext,
  { access, language }: Asking,
  items: readonly InboxItem[],
  limits: InboxLimits,
): Promise<InboxItemView[]> {
  const views = [];
  for (const item of items) {
    const definition = await getDefinition(context.door, item);
    views.push(inboxItemView(item, definition, access, language, limits));
  }
  return views;
}

/** Splits what was found, one more than asked for, into the page and the cursor of the next one. */
export function pageOf(
  found: readonly InboxItem[],
  limit: number,
): { page: readonly InboxItem[]; next?: string } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (!last || found.length === page.length) return { page };
  const { dueAt, paused, run, step, opening, role } = last;
  return {
    page,
    next: writeCursor({ dueAt: paused ? null : dueAt, run, step, opening, role }),
  };
}
