import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { forInstitution, hostParams } from '../../schemas/webhooks.js';
import { removeHost } from '../../webhooks/hosts.js';

export function removeHostRoute(app: Api, context: ApiContext): void {
  app.delete(
    '/v1/webhooks/hosts/:host',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'removeWebhookHost',
        tags: ['webhooks'],
        summary: 'Take a host away',
        description:
          'From now on nothing is called there, not even calls that wait. One person is enough.',
        'x-es': {
          summary: 'Quitar un servidor',
          description: 'Desde ahora no se llama allí, tampoco lo que espera. Basta una persona.',
        },
        params: hostParams,
        querystring: forInstitution,
        response: { 204: z.null().describe('Done'), ...problems(404) },
      },
    },
    async ({ params, query, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      await removeHost(within(context, access), { institution, by: access.account }, params.host);
      return reply.code(204).send(null);
    },
  );
}
