import { z } from 'zod';
import { sendBack } from '../../../door/publication/review.js';
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

export function returnDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/return',
    {
      config: { action: 'definition.review' },
      schema: {
        operationId: 'returnDefinition',
        tags: ['definitions'],
        summary: 'Send a draft back',
        description: 'The second person’s no, with reasons; it also takes back an approval.',
        'x-es': {
          summary: 'Devolver un borrador',
          description: 'El no de la segunda persona, con motivos; también retira una aprobación.',
        },
        params: definitionParams,
        body: z.strictObject({ digest, reasons }),
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, body, language }) => {
      const of = { protocol: params.definition, ...body };
      const result = await sendBack(context.door, actorOf(access), of);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
