import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { openOperation, versionsOf } from '../../runs/open-operation.js';
import { operationParams, operationVersion } from '../../schemas/operations.js';
import { problems } from '../../schemas/problem.js';
import { versionView } from '../../views/line-view.js';

export function listVersionsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/operations/:run/versions',
    {
      config: { action: 'operation.read' },
      schema: {
        operationId: 'listOperationVersions',
        tags: ['operations'],
        summary: 'The lists that were sent, and what changed from one to the next',
        description:
          'Each version as it was sent, compared with the one before it, or with `since`. Only the lines you may see.',
        'x-es': {
          summary: 'Las listas enviadas y qué cambió de una a otra',
          description:
            'Cada versión como se envió, comparada con la anterior o con `since`. Solo las líneas que usted puede ver.',
        },
        params: operationParams,
        querystring: z.strictObject({
          since: z.coerce.number().int().min(1).max(1_000_000).optional(),
        }),
        response: { 200: z.object({ items: z.array(operationVersion) }), ...problems(404) },
      },
    },
    async (request) => {
      const { since } = request.query;
      const opened = await openOperation(context, request, request.params.run);
      const versions = await versionsOf(opened);
      const beforeOf = (version: number) =>
        versions.find((one) => one.version === (since ?? version - 1) && one.version < version);
      return {
        items: versions.map((one) => versionView(opened, one, beforeOf(one.version))),
      };
    },
  );
}
