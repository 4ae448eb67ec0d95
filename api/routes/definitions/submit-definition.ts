import { z } from 'zod';
import { submitDraft } from '../../../door/publication/review.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { definitionParams, definitionStanding, digest } from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function submitDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/submission',
    {
      config: { action: 'definition.draft' },
      schema: {
        operationId: 'submitDefinition',
        tags: ['definitions'],
        summary: 'Submit a draft',
        description:
          'Hands exactly this draft to a second person. Refused with every fault while it has an error.',
        'x-es': {
          summary: 'Presentar un borrador',
          description:
            'Entrega exactamente este borrador a una segunda persona. Se rechaza con cada falla mientras tenga alguna.',
        },
        params: definitionParams,
        body: z.strictObject({ digest }),
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, body, language }) => {
      const of = { protocol: params.definition, ...body };
      const result = await submitDraft(context.door, actorOf(access), of);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
