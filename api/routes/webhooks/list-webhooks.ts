import { listWebhookEndpoints, listWebhookHosts } from '../../../db/queries/webhooks.js';
import { institutionFor } from '../../auth/institution-for.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { forInstitution, webhookList } from '../../schemas/webhooks.js';
import { endpointView, hostView } from '../../views/webhook-view.js';

export function listWebhooks(app: Api, context: ApiContext): void {
  app.get(
    '/v1/webhooks',
    {
      config: { action: 'webhook.read' },
      schema: {
        operationId: 'listWebhooks',
        tags: ['webhooks'],
        summary: "Addresses of the institution's own system",
        description:
          'Hosts two people allowed or are still to allow, and addresses with their state. Secrets are not shown.',
        'x-es': {
          summary: 'Direcciones del sistema propio de la institución',
          description:
            'Servidores que dos personas permitieron o falta que permitan, y direcciones con su estado. Los secretos no se muestran.',
        },
        querystring: forInstitution,
        response: { 200: webhookList, ...problems() },
      },
    },
    async ({ query, access }) => {
      const { db, clock } = context.door;
      const institution = await institutionFor(context, access, query.institution);
      const [hosts, endpoints] = await Promise.all([
        listWebhookHosts(db, institution),
        listWebhookEndpoints(db, institution),
      ]);
      return {
        hosts: hosts.map((row) => hostView(row, access.account)),
        webhooks: endpoints.map((row) => endpointView(row, clock.now())),
      };
    },
  );
}
