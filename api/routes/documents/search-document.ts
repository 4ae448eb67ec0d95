import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { SEARCH_PURPOSES, searchDocument } from '../../runs/search-document.js';
import { bodyProblems } from '../../schemas/problem.js';

const found = z
  .object({
    run: z.string().optional().describe('A case you may read'),
    institution: z.string().optional().describe('Of a case you may not read: whom to ask'),
  })
  .describe('An open case of whoever has the document');

export function searchDocumentRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/documents/search',
    {
      config: { action: 'document.search' },
      schema: {
        operationId: 'searchDocument',
        tags: ['documents'],
        summary: 'Look for an open case by the exact number of a document',
        description:
          'Case, spaces and punctuation make no difference. Counted per account and institution, and recorded as a reading in every case found. Nothing is answered of what may not be known.',
        'x-es': {
          summary: 'Buscar un caso abierto por el número exacto de un documento',
          description:
            'No importan mayúsculas, espacios ni signos. Se cuenta por cuenta e institución y consta como lectura en cada caso hallado. De lo que no puede saberse no se responde nada.',
        },
        body: z.strictObject({
          number: z.string().min(1).max(80),
          purpose: z.enum(SEARCH_PURPOSES),
        }),
        response: { 200: z.object({ cases: z.array(found) }), ...bodyProblems(429) },
      },
    },
    async (request) => ({ cases: await searchDocument(context, request, request.body) }),
  );
}
