import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { linesOf, openOperation } from '../../runs/open-operation.js';
import { lineList, lineStatus, operationLine, operationParams } from '../../schemas/operations.js';
import { problems } from '../../schemas/problem.js';
import { lineViews } from '../../views/line-view.js';

export function listLines(app: Api, context: ApiContext): void {
  app.get(
    '/v1/operations/:run/lines',
    {
      config: { action: 'operation.read' },
      schema: {
        operationId: 'listOperationLines',
        tags: ['operations'],
        summary: 'The lines of a group operation that you may see',
        description:
          'The sending side sees each line, with the run where it may read it; the receiving side the lines that were sent to it; monitors pseudonyms. Names are never here: they were sent with each run.',
        'x-es': {
          summary: 'Las líneas de un operativo que usted puede ver',
          description:
            'El lado remitente ve cada línea, con el proceso si puede leerlo; el receptor, las que se le enviaron; el monitoreo, seudónimos. Aquí nunca hay nombres: salieron con cada proceso.',
        },
        params: operationParams,
        querystring: z.strictObject({ list: lineList.optional(), status: lineStatus.optional() }),
        response: { 200: z.object({ items: z.array(operationLine) }), ...problems(404) },
      },
    },
    async (request) => {
      const { list, status } = request.query;
      const opened = await openOperation(context, request, request.params.run);
      const lines = (await linesOf(opened)).filter(
        (line) =>
          (list === undefined || line.list === list) &&
          (status === undefined || line.status === status),
      );
      return { items: await lineViews(opened, lines) };
    },
  );
}
