import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { pageOfShares } from '../../runs/share-list.js';
import { cursor, limit } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { share } from '../../schemas/shares.js';

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
    ({ query, access, language }) => pageOfShares(context, { access, language }, query),
  );
}
