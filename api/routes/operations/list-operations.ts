import { z } from 'zod';
import { listOperations } from '../../../db/queries/operations.js';
import { getDefinition } from '../../../door/known-runs.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import { scopeOf } from '../../runs/scope.js';
import { cursor, limit } from '../../schemas/common.js';
import { operationListItem } from '../../schemas/operations.js';
import { problems } from '../../schemas/problem.js';
import { operationItemView } from '../../views/operation-view.js';

const position = z.object({
  startedAt: z.number().min(0).max(4_102_444_800_000),
  id: z.string().max(40),
});

export function listOperationsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/operations',
    {
      config: { action: 'operation.list' },
      schema: {
        operationId: 'listOperations',
        tags: ['operations'],
        summary: 'List group operations, newest first',
        description:
          'Those your institution is a party to; monitors see all. One is drafted by starting a run of the protocol `group-operation`.',
        'x-es': {
          summary: 'Operativos de grupo, el más nuevo primero',
          description:
            'Aquellos en que participa su institución; el monitoreo ve todos. Se programa uno al iniciar un proceso del protocolo `group-operation`.',
        },
        querystring: z.strictObject({
          state: z.enum(['open', 'ended', 'all']).default('all'),
          limit,
          cursor,
        }),
        response: {
          200: z.object({ items: z.array(operationListItem), next: z.string().optional() }),
          ...problems(),
        },
      },
    },
    async ({ query, access, language }) => {
      const after = readCursor(query.cursor, position);
      const { db } = within(context, access).door;
      const rows = await listOperations(db, await scopeOf(context.door, access), {
        limit: query.limit + 1,
        ...(query.state === 'all' ? {} : { ended: query.state === 'ended' }),
        ...(after ? { after } : {}),
      });
      const page = rows.slice(0, query.limit);
      const items = [];
      for (const row of page) {
        items.push(operationItemView(row, await getDefinition(context.door, row), language));
      }
      const last = page.at(-1);
      if (!last || rows.length === page.length) return { items };
      return { items, next: writeCursor({ startedAt: last.startedAt, id: last.id }) };
    },
  );
}
