import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { forInstitution, hostParams } from '../../schemas/webhooks.js';
import { approveHost } from '../../webhooks/hosts.js';

export function approveHostRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/webhooks/hosts/:host/approval',
    {
      config: { action: 'webhook.approve' },
      schema: {
        operationId: 'approveWebhookHost',
        tags: ['webhooks'],
        summary: 'Approve a host',
        description: 'The second person’s yes. Impossible for whoever asked for it.',
        'x-es': {
          summary: 'Aprobar un servidor',
          description: 'El sí de la segunda persona. Imposible para quien lo pidió.',
        },
        params: hostParams,
        querystring: forInstitution,
        response: { 204: z.null().describe('Done'), ...problems(404, 409) },
      },
    },
    async ({ params, query, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      await approveHost(within(context, access), { institution, by: access.account }, params.host);
      return reply.code(204).send(null);
    },
  );
}
