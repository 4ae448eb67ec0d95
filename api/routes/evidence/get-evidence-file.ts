import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { openEvidenceFile } from '../../record/given-evidence.js';
import { EVIDENCE_TYPE, evidenceParams } from '../../schemas/evidence.js';
import { problems } from '../../schemas/problem.js';

export function getEvidenceFileRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/evidence-requests/:request/file',
    {
      config: { action: 'evidence.read' },
      schema: {
        operationId: 'getEvidenceFile',
        tags: ['evidence'],
        summary: 'The file of evidence',
        description:
          'Signed, one JSON object a line, to be verified with `retorno verify` or the second verifier. Each time is entered in the log.',
        'x-es': {
          summary: 'El archivo de pruebas',
          description:
            'Firmado, un objeto JSON por línea, para comprobarlo con `retorno verify` o el segundo programa. Cada vez queda en el registro.',
        },
        params: evidenceParams,
        response: {
          200: {
            description: 'The file',
            content: { [EVIDENCE_TYPE]: { schema: z.string() } },
          },
          ...problems(404, 409, 410),
        },
      },
    },
    async (request, reply) => {
      const { name, file } = await openEvidenceFile(context, request, request.params.request);
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type(EVIDENCE_TYPE)
        .send(file.toString('utf8'));
    },
  );
}
