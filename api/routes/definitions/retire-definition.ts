import { z } from 'zod';
import { retireProtocol } from '../../../door/publication/retire.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { refusedDefinition } from '../../definitions/refused-definition.js';
import { definitionParams, definitionStanding, reasons } from '../../schemas/definitions.js';
import { bodyProblems } from '../../schemas/problem.js';
import { standingView } from '../../views/definition-view.js';

export function retireDefinition(app: Api, context: ApiContext): void {
  app.post(
    '/v1/definitions/:definition/retirement',
    {
      config: { action: 'definition.retire' },
      schema: {
        operationId: 'retireDefinition',
        tags: ['definitions'],
        summary: 'Retire a protocol',
        description:
          'It starts no new runs; open runs go on. Refused while another protocol in force leads to it.',
        'x-es': {
          summary: 'Retirar un protocolo',
          description:
            'No inicia procesos nuevos; los abiertos siguen. Se rechaza mientras otro protocolo en vigor derive hacia él.',
        },
        params: definitionParams,
        body: z.strictObject({
          version: z.int().min(1).max(1_000_000).describe('The version in force'),
          reasons,
        }),
        response: { 200: definitionStanding, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, body, language }) => {
      const of = { protocol: params.definition, ...body };
      const result = await retireProtocol(context.door, actorOf(access), of);
      if (!result.ok) throw refusedDefinition(result);
      return standingView(result.standing, language);
    },
  );
}
