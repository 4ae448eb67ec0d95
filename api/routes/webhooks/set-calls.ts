import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { bodyProblems } from '../../schemas/problem.js';
import { forInstitution, webhookParams } from '../../schemas/webhooks.js';
import { setCalls } from '../../webhooks/endpoints.js';

export function setCallsRoute(app: Api, context: ApiContext): void {
  app.put(
    '/v1/webhooks/:webhook/state',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'setWebhookState',
        tags: ['webhooks'],
        summary: 'Let calls rest or go on',
        description: 'What comes up while they rest waits and is called afterwards.',
        'x-es': {
          summary: 'Detener o reanudar las llamadas',
          description: 'Lo que surge mientras están detenidas espera y se llama después.',
        },
        params: webhookParams,
        querystring: forInstitution,
        body: z.strictObject({ state: z.enum(['active', 'stopped']) }),
        response: { 204: z.null().describe('Done'), ...bodyProblems(404, 409) },
      },
    },
    async ({ params, query, body, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      await setCalls(within(context, access), { institution, id: params.webhook }, body.state);
      return reply.code(204).send(null);
    },
  );
}
