import { saveDraft } from '../../../door/publication/draft.js';
import { refusal } from '../../../protocols/refusals.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { refused } from '../../errors.js';
import { definitionSchema } from '../../schemas/definition.js';
import {
  DEFINITION_BODY,
  definitionParams,
  definitionStanding,
  digestIn,
  ifMatch,
} from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function replaceDefinition(app: Api, context: ApiContext): void {
  app.put(
    '/v1/definitions/:definition/draft',
    {
      ...DEFINITION_BODY,
      config: { action: 'definition.draft', yaml: true },
      schema: {
        operationId: 'replaceDefinition',
        tags: ['definitions'],
        summary: 'Replace a draft',
        description:
          'If-Match names the draft that was read. Whatever was submitted or approved is so no longer. Whoever replaces it becomes one of its authors.',
        'x-es': {
          summary: 'Reemplazar un borrador',
          description:
            'If-Match nombra el borrador que se leyó. Lo presentado o aprobado deja de estarlo. Quien reemplaza pasa a ser autor.',
        },
        consumes: ['application/json', 'application/yaml'],
        params: definitionParams,
        headers: ifMatch,
        body: definitionSchema,
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, headers, body, language }) => {
      if (body.id !== params.definition) {
        throw refused(refusal('definition-other', { protocol: params.definition, given: body.id }));
      }
      const digest = digestIn(headers['if-match']);
      const result = await saveDraft(context.door, actorOf(access), body, digest);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
