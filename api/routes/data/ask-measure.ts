import type { Api, ApiContext } from '../../context.js';
import { askDataMeasure, dataMeasuresOf } from '../../runs/data-measures.js';
import { openRun } from '../../runs/open-run.js';
import { idempotencyHeaders, runParams } from '../../schemas/common.js';
import { dataMeasure, measureBody } from '../../schemas/data.js';
import { bodyProblems } from '../../schemas/problem.js';
import { dataMeasureView } from '../../views/data-measure-view.js';

export function askMeasure(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/data-measures',
    {
      config: { action: 'data.ask' },
      schema: {
        operationId: 'askDataMeasure',
        tags: ['data'],
        summary: 'Ask for an erasure, a legal hold or its end',
        description: 'Does nothing until another account of the same institution approves it.',
        'x-es': {
          summary: 'Pedir una supresión, una retención legal o su fin',
          description: 'No surte efecto hasta que otra cuenta de la misma institución lo aprueba.',
        },
        params: runParams,
        headers: idempotencyHeaders,
        body: measureBody,
        response: { 201: dataMeasure, ...bodyProblems(404) },
      },
    },
    async (request, reply) => {
      const opened = await openRun(context, request, request.params.run, 'data.ask');
      const id = await askDataMeasure(opened, request.headers['idempotency-key'], request.body);
      const measure = (await dataMeasuresOf(opened)).find((one) => one.id === id)!;
      return reply.code(201).send(dataMeasureView(measure));
    },
  );
}
