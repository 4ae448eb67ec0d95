import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { bodyProblems } from '../../schemas/problem.js';
import { forInstitution, secretOnce } from '../../schemas/webhooks.js';
import { addEndpoint } from '../../webhooks/endpoints.js';

export function addWebhookRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/webhooks',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'addWebhook',
        tags: ['webhooks'],
        summary: 'Add an address',
        description: 'On an approved host. Gives the secret its calls are signed with, once.',
        'x-es': {
          summary: 'Agregar una dirección',
          description:
            'En un servidor aprobado. Da, una sola vez, el secreto con que se firman las llamadas.',
        },
        querystring: forInstitution,
        body: z.strictObject({ url: z.string().min(1).max(600) }),
        response: { 201: secretOnce, ...bodyProblems(409) },
      },
    },
    async ({ query, body, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      const act = { institution, by: access.account };
      return reply.code(201).send(await addEndpoint(within(context, access), act, body.url));
    },
  );
}
