import { readStanding } from '../../../door/publication/enter.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { definitionParams, definitionStanding } from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function getDefinition(app: Api, context: ApiContext): void {
  app.get(
    '/v1/definitions/:definition',
    {
      config: { action: 'definition.read' },
      schema: {
        operationId: 'getDefinition',
        tags: ['definitions'],
        summary: 'Where a protocol stands as a definition',
        description:
          'The version in force, the draft with what was found in it, and who did what when.',
        'x-es': {
          summary: 'En qué está un protocolo como definición',
          description:
            'La versión en vigor, el borrador con lo encontrado, y quién hizo qué y cuándo.',
        },
        params: definitionParams,
        response: { 200: definitionStanding, ...problems(404) },
      },
    },
    async ({ params: { definition }, language }) => {
      const standing = await readStanding(context.door, definition);
      if (standing.acts.length > 0) return standingView(standing, language);
      throw refused(refusal('definition-unknown', { protocol: definition, version: '' }));
    },
  );
}
