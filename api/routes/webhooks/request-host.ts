import { z } from 'zod';
import { institutionFor } from '../../auth/institution-for.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { bodyProblems } from '../../schemas/problem.js';
import { forInstitution } from '../../schemas/webhooks.js';
import { askForHost } from '../../webhooks/hosts.js';

export function requestHostRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/webhooks/hosts',
    {
      config: { action: 'webhook.change' },
      schema: {
        operationId: 'requestWebhookHost',
        tags: ['webhooks'],
        summary: 'Ask for a host that may be called',
        description:
          'Somebody else must approve it before an address there is taken. Full names over https only: no numbers, no inner names.',
        'x-es': {
          summary: 'Pedir un servidor al que se pueda llamar',
          description:
            'Otra persona debe aprobarlo antes de que se admita una dirección allí. Solo nombres completos por https: sin números ni nombres internos.',
        },
        querystring: forInstitution,
        body: z.strictObject({ host: z.string().min(1).max(300) }),
        response: { 201: z.object({ id: z.string() }), ...bodyProblems(409) },
      },
    },
    async ({ query, body, access }, reply) => {
      const institution = await institutionFor(context, access, query.institution);
      const act = { institution, by: access.account };
      return reply
        .code(201)
        .send({ id: await askForHost(within(context, access), act, body.host) });
    },
  );
}
