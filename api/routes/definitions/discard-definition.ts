import { discardDraft } from '../../../door/publication/draft.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import {
  definitionParams,
  definitionStanding,
  digestIn,
  ifMatch,
} from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function discardDefinition(app: Api, context: ApiContext): void {
  app.delete(
    '/v1/definitions/:definition/draft',
    {
      config: { action: 'definition.draft' },
      schema: {
        operationId: 'discardDefinition',
        tags: ['definitions'],
        summary: 'Give a draft up',
        description: 'If-Match names the draft that was read. What was drafted stays on record.',
        'x-es': {
          summary: 'Descartar un borrador',
          description: 'If-Match nombra el borrador que se leyó. Lo escrito queda en el registro.',
        },
        params: definitionParams,
        headers: ifMatch,
        response: { 200: definitionStanding, ...problems(404, 409) },
      },
    },
    async ({ access, params, headers, language }) => {
      const digest = digestIn(headers['if-match']);
      const result = await discardDraft(context.door, actorOf(access), params.definition, digest);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
