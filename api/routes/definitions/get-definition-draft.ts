import { z } from 'zod';
import { readDraft } from '../../../door/publication/draft.js';
import { readStanding } from '../../../door/publication/enter.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { definitionParams } from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';

export function getDefinitionDraft(app: Api, context: ApiContext): void {
  app.get(
    '/v1/definitions/:definition/draft',
    {
      config: { action: 'definition.read' },
      schema: {
        operationId: 'getDefinitionDraft',
        tags: ['definitions'],
        summary: 'The content of a draft',
        description:
          'The definition as it was uploaded, with its version number. ETag is its digest.',
        'x-es': {
          summary: 'El contenido de un borrador',
          description: 'La definición como se subió, con su número de versión. ETag es su huella.',
        },
        params: definitionParams,
        response: {
          200: z.record(z.string(), z.unknown()).describe('The definition'),
          ...problems(404),
        },
      },
    },
    async ({ params: { definition } }, reply) => {
      const standing = await readStanding(context.door, definition);
      const { draft } = standing;
      if (!draft) throw refused(refusal('definition-draft-unknown', { protocol: definition }));
      reply.header('etag', `"${draft.digest}"`);
      return { ...(await readDraft(context.door, standing, draft)) };
    },
  );
}
