import { z } from 'zod';
import { listStandings } from '../../../door/publication/enter.js';
import type { Api, ApiContext } from '../../context.js';
import { definitionSummary } from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';
import { summaryView } from '../../views/definition-view.js';

export function listDefinitions(app: Api, context: ApiContext): void {
  app.get(
    '/v1/definitions',
    {
      config: { action: 'definition.read' },
      schema: {
        operationId: 'listDefinitions',
        tags: ['definitions'],
        summary: 'Protocols in force and drafts',
        description:
          'For administrators and monitors: every protocol, its version in force and its draft.',
        'x-es': {
          summary: 'Protocolos en vigor y borradores',
          description:
            'Para administración y monitoreo: cada protocolo, su versión en vigor y su borrador.',
        },
        response: { 200: z.object({ items: z.array(definitionSummary) }), ...problems() },
      },
    },
    async () => ({ items: (await listStandings(context.door)).map(summaryView) }),
  );
}
