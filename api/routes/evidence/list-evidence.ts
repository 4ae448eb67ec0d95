import type { Api, ApiContext } from '../../context.js';
import { listEvidence } from '../../record/given-evidence.js';
import { evidenceRequests } from '../../schemas/evidence.js';
import { problems } from '../../schemas/problem.js';
import { evidenceView } from '../../views/evidence-view.js';

export function listEvidenceRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/evidence-requests',
    {
      config: { action: 'evidence.read' },
      schema: {
        operationId: 'listEvidenceRequests',
        tags: ['evidence'],
        summary: 'Evidence your institution asked for',
        description:
          'In the same role, newest first; the last fifty, of cases you may still know of.',
        'x-es': {
          summary: 'Pruebas que pidió su institución',
          description:
            'Con la misma función, de la más reciente a la más antigua; las últimas cincuenta, de casos que aún puede conocer.',
        },
        response: { 200: evidenceRequests, ...problems() },
      },
    },
    async (request) => {
      const now = context.door.clock.now();
      const items = await listEvidence(context, request);
      return { items: items.map((one) => evidenceView(one, now, request.language)) };
    },
  );
}
