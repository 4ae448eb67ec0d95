import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { forInstitution, secretOnce, webhookParams } from '../../schemas/webhooks.js';
import { rotateSecret } from '../../webhooks/endpoints.js';

export function rotateSecretRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/webhooks/:webhook/secret',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'rotateWebhookSecret',
        tags: ['webhooks'],
        summary: 'Make a new secret',
        description: 'Gives it once. Calls carry a signature of the earlier one too for 24 hours.',
        'x-es': {
          summary: 'Hacer un secreto nuevo',
          description:
            'Lo da una sola vez. Las llamadas llevan también la firma del anterior durante 24 horas.',
        },
        params: webhookParams,
        querystring: forInstitution,
        response: { 200: secretOnce, ...problems(404, 409) },
      },
    },
    async ({ params, query, access }) => {
      const institution = await institutionFor(context, access, query.institution);
      return rotateSecret(within(context, access), { institution, id: params.webhook });
    },
  );
}
