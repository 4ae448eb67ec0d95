import { z } from 'zod';
import { listShares } from '../../db/queries/shares.js';
import { getDefinition } from '../../door/commit-act.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { readCursor, writeCursor } from '../edge/cursor.js';
import type { ShareView } from '../schemas/shares.js';
import { shareView } from '../views/share-view.js';
import type { Asking } from './open-run.js';

const position = z.object({
  releasedAt: z.number().min(0).max(4_102_444_800_000),
  run: z.string().max(40),
  share: z.string().max(200),
});

/** A page of what was sent to the asking institution, newest first, and the cursor of the next one. */
export async function pageOfShares(
  context: ApiContext,
  { access, language }: Asking,
  asked: {
    readonly state: 'released' | 'acknowledged' | 'all';
    readonly limit: number;
    readonly cursor?: string | undefined;
  },
): Promise<{ items: ShareView[]; next?: string }> {
  const { state, limit, cursor } = asked;
  const after = readCursor(cursor, position);
  const rows = await listShares(within(context, access).door.db, {
    institution: access.institution,
    limit: limit + 1,
    ...(state === 'all' ? {} : { acknowledged: state === 'acknowledged' }),
    ...(after ? { after } : {}),
  });
  const page = rows.slice(0, limit);
  const items = [];
  for (const row of page) {
    items.push(shareView(row, await getDefinition(context.door, row), language));
  }
  const last = page.at(-1);
  if (!last || rows.length === page.length) return { items };
  const { releasedAt, run, share: key } = last;
  return { items, next: writeCursor({ releasedAt, run, share: key }) };
}
