import type { Api, ApiContext } from '../../context.js';
import { dataMeasuresOf, decideMeasure } from '../../runs/data-measures.js';
import { openRun } from '../../runs/open-run.js';
import { dataMeasure, decisionBody, measureParams } from '../../schemas/data.js';
import { bodyProblems } from '../../schemas/problem.js';
import { dataMeasureView } from '../../views/data-measure-view.js';

export function decideMeasureRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/data-measures/:measure/decision',
    {
      config: { action: 'data.decide' },
      schema: {
        operationId: 'decideDataMeasure',
        tags: ['data'],
        summary: 'Approve or refuse a measure somebody else asked for',
        description:
          'An approved erasure destroys the keys of the person at once and for ever. It is refused while a run of the person is open or a hold is in force.',
        'x-es': {
          summary: 'Aprobar o rechazar una medida que pidió otra persona',
          description:
            'Una supresión aprobada destruye las claves de la persona de inmediato y para siempre. Se rechaza mientras haya un proceso abierto o una retención legal.',
        },
        params: measureParams,
        body: decisionBody,
        response: { 200: dataMeasure, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const { run, measure: id } = request.params;
      const opened = await openRun(context, request, run, 'data.decide');
      await decideMeasure(opened, id, request.body.decision);
      return dataMeasureView((await dataMeasuresOf(opened)).find((one) => one.id === id)!);
    },
  );
}
