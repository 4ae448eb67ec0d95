import { z } from 'zod';
import { publishDraft } from '../../../door/publication/publish.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { definitionParams, definitionStanding, digest } from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function publishDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/publication',
    {
      config: { action: 'definition.publish' },
      schema: {
        operationId: 'publishDefinition',
        tags: ['definitions'],
        summary: 'Put an approved draft into force',
        description:
          'As the next version, checked once more. Every process starts new runs under it at once; open runs stay on theirs. A published version never changes.',
        'x-es': {
          summary: 'Poner en vigor un borrador aprobado',
          description:
            'Como la versión siguiente, revisada una vez más. Todos los procesos nuevos la usan de inmediato; los abiertos siguen con la suya. Una versión publicada nunca cambia.',
        },
        params: definitionParams,
        body: z.strictObject({ digest }),
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, body, language }) => {
      const of = { protocol: params.definition, ...body };
      const result = await publishDraft(context.door, actorOf(access), of);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
