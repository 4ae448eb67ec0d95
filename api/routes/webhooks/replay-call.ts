import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { deliveryParams, forInstitution } from '../../schemas/webhooks.js';
import { replayCall } from '../../webhooks/endpoints.js';

export function replayCallRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/webhooks/:webhook/calls/:delivery/replay',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'replayWebhookCall',
        tags: ['webhooks'],
        summary: 'Call once more',
        description: 'Under the same id, so that a receiver that had it drops it.',
        'x-es': {
          summary: 'Llamar otra vez',
          description: 'Con el mismo identificador, para que quien ya la recibió la descarte.',
        },
        params: deliveryParams,
        querystring: forInstitution,
        response: { 202: z.null().describe('It waits for its turn'), ...problems(404, 409) },
      },
    },
    async ({ params, query, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      const { webhook: id, delivery } = params;
      await replayCall(context, { institution, id, delivery });
      return reply.code(202).send(null);
    },
  );
}
