import { checkDraft } from '../../../door/publication/draft.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { definitionParams, definitionStanding } from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function checkDefinitionDraft(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/check',
    {
      config: { action: 'definition.draft' },
      schema: {
        operationId: 'checkDefinition',
        tags: ['definitions'],
        summary: 'Check a draft again',
        description:
          'Names, texts and every safeguard over all behaviours, with this installation’s directory and the other protocols as they are now.',
        'x-es': {
          summary: 'Revisar un borrador otra vez',
          description:
            'Nombres, textos y cada salvaguardia en todos los comportamientos, con el directorio y los demás protocolos como están ahora.',
        },
        params: definitionParams,
        response: { 200: definitionStanding, ...problems(404, 409) },
      },
    },
    async ({ access, params, language }) => {
      const result = await checkDraft(context.door, actorOf(access), params.definition);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
