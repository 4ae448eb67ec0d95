import { z } from 'zod';
import {
  findInbox,
  INBOX_GROUPS,
  type InboxItem,
  type InboxLimits,
  type InboxPosition,
} from '../../../db/queries/find-inbox.js';
import { getDefinition } from '../../../door/commit-act.js';
import type { Access } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import type { Language } from '../../language.js';
import { code, cursor, limit } from '../../schemas/common.js';
import { inbox } from '../../schemas/inbox.js';
import { problems } from '../../schemas/problem.js';
import { limitsAt } from '../../views/due-state.js';
import { inboxItemView } from '../../views/inbox-item.js';

const position: z.ZodType<InboxPosition> = z.object({
  dueAt: z.number().min(0).max(8_640_000_000_000_000).nullable(),
  run: z.string().max(40),
  step: z.string().max(80),
  opening: z.int().min(1).max(1_000_000),
  role: z.string().max(80),
});

export function listInbox(app: Api, context: ApiContext): void {
  app.get(
    '/v1/inbox',
    {
      config: { action: 'inbox.list' },
      schema: {
        operationId: 'listInbox',
        tags: ['inbox'],
        summary: 'Steps that wait for your institution',
        description:
          'Overdue first, the longest overdue on top; then the soonest; then those without a running deadline. Page and counts come from one snapshot.',
        'x-es': {
          summary: 'Pasos que esperan a su institución',
          description:
            'Primero los vencidos, el más antiguo arriba; luego los próximos; al final los que no tienen plazo corriendo. La página y los totales salen de una misma consulta.',
        },
        querystring: z.strictObject({
          state: z.enum([...INBOX_GROUPS, 'all']).default('all'),
          protocol: code.optional(),
          step: code.optional(),
          rehearsals: z.enum(['true', 'false']).default('false'),
          limit,
          cursor,
        }),
        response: { 200: inbox, ...problems() },
      },
    },
    async ({ query, access, language }) => {
      const limits = limitsAt(context.door.clock.now(), access);
      const after = readCursor(query.cursor, position);
      const { items, counts } = await findInbox(context.door.db, {
        institution: access.institution,
        limits,
        rehearsals: query.rehearsals === 'true',
        limit: query.limit + 1,
        ...(query.state === 'all' ? {} : { group: query.state }),
        ...(query.protocol === undefined ? {} : { protocol: query.protocol }),
        ...(query.step === undefined ? {} : { step: query.step }),
        ...(after ? { after } : {}),
      });
      const page = items.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: await viewsOf(context, page, access, language, limits),
        counts: Object.fromEntries(
          INBOX_GROUPS.map((group) => [group, counts[group] ?? 0]),
        ) as Record<(typeof INBOX_GROUPS)[number], number>,
        ...(items.length > page.length && last ? { next: writeCursor(positionOf(last)) } : {}),
      };
    },
  );
}

async function viewsOf(
  context: ApiContext,
  page: readonly InboxItem[],
  access: Access,
  language: Language,
  limits: InboxLimits,
) {
  const views = [];
  for (const item of page) {
    const definition = await getDefinition(context.door, item);
    views.push(inboxItemView(item, definition, access, language, limits));
  }
  return views;
}

function positionOf({ dueAt, paused, run, step, opening, role }: InboxItem): InboxPosition {
  return { dueAt: paused ? null : dueAt, run, step, opening, role };
}
