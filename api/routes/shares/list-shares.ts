import { z } from 'zod';
import { listShares } from '../../../db/queries/shares.js';
import { getDefinition } from '../../../door/commit-act.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import { cursor, limit } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { share } from '../../schemas/shares.js';
import { shareView } from '../../views/share-view.js';

const position = z.object({
  releasedAt: z.number().min(0).max(4_102_444_800_000),
  run: z.string().max(40),
  share: z.string().max(200),
});

export function listSharesRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/shares',
    {
      config: { action: 'share.list' },
      schema: {
        operationId: 'listShares',
        tags: ['shares'],
        summary: 'Data sent to your institution, newest first',
        description: 'What was sent, why and on what ground; the data itself is opened one by one.',
        'x-es': {
          summary: 'Datos enviados a su institución, lo más nuevo primero',
          description:
            'Qué se envió, para qué y con qué fundamento; los datos se abren uno por uno.',
        },
        querystring: z.strictObject({
          state: z.enum(['released', 'acknowledged', 'all']).default('all'),
          limit,
          cursor,
        }),
        response: {
          200: z.object({ items: z.array(share), next: z.string().optional() }),
          ...problems(),
        },
      },
    },
    async ({ query, access, language }) => {
      const after = readCursor(query.cursor, position);
      const rows = await listShares(context.door.db, {
        institution: access.institution,
        limit: query.limit + 1,
        ...(query.state === 'all' ? {} : { acknowledged: query.state === 'acknowledged' }),
        ...(after ? { after } : {}),
      });
      const page = rows.slice(0, query.limit);
      const items = [];
      for (const row of page) {
        items.push(shareView(row, await getDefinition(context.door, row), language));
      }
      const last = page.at(-1);
      if (!last || rows.length === page.length) return { items };
      const { releasedAt, run, share: key } = last;
      return { items, next: writeCursor({ releasedAt, run, share: key }) };
    },
  );
}
