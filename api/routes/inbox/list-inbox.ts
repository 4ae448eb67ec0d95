import { z } from 'zod';
import { findInbox, INBOX_GROUPS } from '../../../db/queries/find-inbox.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor } from '../../edge/cursor.js';
import { inboxItemViews, inboxPosition, pageOf } from '../../runs/inbox.js';
import { code, cursor, limit } from '../../schemas/common.js';
import { inbox } from '../../schemas/inbox.js';
import { problems } from '../../schemas/problem.js';
import { limitsAt } from '../../views/due-state.js';

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
      const after = readCursor(query.cursor, inboxPosition);
      const { items, counts } = await findInbox(within(context, access).door.db, {
        institution: access.institution,
        limits,
        rehearsals: query.rehearsals === 'true',
        limit: query.limit + 1,
        ...(query.state === 'all' ? {} : { group: query.state }),
        ...(query.protocol === undefined ? {} : { protocol: query.protocol }),
        ...(query.step === undefined ? {} : { step: query.step }),
        ...(after ? { after } : {}),
      });
      const { page, next } = pageOf(items, query.limit);
      return {
        items: await inboxItemViews(context, { access, language }, page, limits),
        counts: Object.fromEntries(
          INBOX_GROUPS.map((group) => [group, counts[group] ?? 0]),
        ) as Record<(typeof INBOX_GROUPS)[number], number>,
        ...(next === undefined ? {} : { next }),
      };
    },
  );
}
