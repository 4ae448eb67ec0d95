import { institutionFor } from '../../auth/institution-for.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { callsPage, callsQuery, webhookParams } from '../../schemas/webhooks.js';
import { callView } from '../../views/webhook-view.js';
import { pageOfCalls } from '../../webhooks/endpoints.js';

export function listCallsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/webhooks/:webhook/calls',
    {
      config: { action: 'webhook.read' },
      schema: {
        operationId: 'listWebhookCalls',
        tags: ['webhooks'],
        summary: 'Calls to an address',
        description: 'Newest first, each with its attempts and what the last came to.',
        'x-es': {
          summary: 'Llamadas a una dirección',
          description:
            'De la más reciente a la más antigua, con sus intentos y el resultado del último.',
        },
        params: webhookParams,
        querystring: callsQuery,
        response: { 200: callsPage, ...problems(404) },
      },
    },
    async ({ params, query, access }) => {
      const institution = await institutionFor(context, access, query.institution);
      const { limit, cursor: before } = query;
      const page = { limit, ...(before === undefined ? {} : { before }) };
      const of = { institution, id: params.webhook };
      const { items, next } = await pageOfCalls(context, of, page);
      return { items: items.map(callView), ...(next === undefined ? {} : { next }) };
    },
  );
}
