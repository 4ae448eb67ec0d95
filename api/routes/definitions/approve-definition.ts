import { z } from 'zod';
import { approveDraft } from '../../../door/publication/review.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import {
  definitionParams,
  definitionStanding,
  digest,
  reasons,
} from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function approveDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/approval',
    {
      config: { action: 'definition.review' },
      schema: {
        operationId: 'approveDefinition',
        tags: ['definitions'],
        summary: 'Approve a draft',
        description:
          'The second person’s yes to exactly this draft, checked anew. Impossible for whoever wrote any part of it; a changed draft needs a new approval.',
        'x-es': {
          summary: 'Aprobar un borrador',
          description:
            'El sí de la segunda persona a exactamente este borrador, que se revisa otra vez. Imposible para quien escribió alguna parte; un borrador cambiado necesita otra aprobación.',
        },
        params: definitionParams,
        body: z.strictObject({ digest, reasons: reasons.optional() }),
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, body, language }) => {
      const of = { protocol: params.definition, ...body };
      const result = await approveDraft(context.door, actorOf(access), of);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
