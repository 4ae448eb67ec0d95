import { saveDraft } from '../../../door/publication/draft.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { definitionSchema } from '../../schemas/definition.js';
import { DEFINITION_BODY, definitionStanding } from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function createDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions',
    {
      ...DEFINITION_BODY,
      config: { action: 'definition.draft', yaml: true },
      schema: {
        operationId: 'createDefinition',
        tags: ['definitions'],
        summary: 'Upload a draft',
        description:
          'A definition in JSON or YAML, at most 512 KB; unknown fields are refused. The answer names everything found in it; a draft with errors is kept and cannot be submitted. The version number is given by the system.',
        'x-es': {
          summary: 'Subir un borrador',
          description:
            'Una definición en JSON o YAML de hasta 512 KB; los campos desconocidos se rechazan. La respuesta nombra todo lo encontrado; un borrador con fallas se guarda y no puede presentarse. El número de versión lo pone el sistema.',
        },
        consumes: ['application/json', 'application/yaml'],
        body: definitionSchema,
        response: {
          200: definitionStanding.describe('The same draft was there already'),
          201: definitionStanding.describe('Stored; Location names the protocol'),
          ...bodyProblems(409),
        },
      },
    },
    async ({ access, body, language }, reply) => {
      const result = await saveDraft(context.door, actorOf(access), body);
      if (!result.ok) throw refusedDefinition(result);
      reply.header('location', `/v1/definitions/${result.standing.protocol}`);
      const view = standingView(result.standing, language);
      return reply.code(result.added ? 201 : 200).send(view);
    },
  );
}
