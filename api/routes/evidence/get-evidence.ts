import type { Api, ApiContext } from '../../context.js';
import { getEvidence } from '../../record/given-evidence.js';
import { evidenceParams, evidenceRequest } from '../../schemas/evidence.js';
import { problems } from '../../schemas/problem.js';
import { evidenceView } from '../../views/evidence-view.js';

export function getEvidenceRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/evidence-requests/:request',
    {
      config: { action: 'evidence.read' },
      schema: {
        operationId: 'getEvidenceRequest',
        tags: ['evidence'],
        summary: 'What became of a request for evidence',
        description: 'Its state; once made, size, digest and until when the file is there.',
        'x-es': {
          summary: 'Qué fue de una petición de pruebas',
          description: 'Su estado; una vez hechas, tamaño, huella y hasta cuándo está el archivo.',
        },
        params: evidenceParams,
        response: { 200: evidenceRequest, ...problems(404) },
      },
    },
    async (request) => {
      const given = await getEvidence(context, request, request.params.request);
      return evidenceView(given, context.door.clock.now(), request.language);
    },
  );
}
