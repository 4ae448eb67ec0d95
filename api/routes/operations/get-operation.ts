import type { Api, ApiContext } from '../../context.js';
import { linesOf, openOperation } from '../../runs/open-operation.js';
import { operation, operationParams } from '../../schemas/operations.js';
import { problems } from '../../schemas/problem.js';
import { operationView } from '../../views/operation-view.js';

export function getOperation(app: Api, context: ApiContext): void {
  app.get(
    '/v1/operations/:run',
    {
      config: { action: 'operation.read' },
      schema: {
        operationId: 'getOperation',
        tags: ['operations'],
        summary: 'A group operation',
        description:
          'What it declares and how many lines you see on which list. A seat is taken in the run of the person, never here.',
        'x-es': {
          summary: 'Un operativo de grupo',
          description:
            'Lo que declara y cuántas líneas ve usted en cada lista. Un lugar se ocupa en el proceso de la persona, nunca aquí.',
        },
        params: operationParams,
        response: { 200: operation, ...problems(404) },
      },
    },
    async (request) => {
      const opened = await openOperation(context, request, request.params.run);
      return operationView(opened, await linesOf(opened));
    },
  );
}
