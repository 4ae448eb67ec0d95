import type { Api, ApiContext } from '../../context.js';
import { dataMeasuresOf } from '../../runs/data-measures.js';
import { openRun } from '../../runs/open-run.js';
import { runParams } from '../../schemas/common.js';
import { dataMeasures } from '../../schemas/data.js';
import { problems } from '../../schemas/problem.js';
import { dataMeasureView } from '../../views/data-measure-view.js';

export function listMeasures(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/data-measures',
    {
      config: { action: 'data.list' },
      schema: {
        operationId: 'listDataMeasures',
        tags: ['data'],
        summary: 'Erasures and legal holds of the person of a run',
        description: 'Asked for and decided, oldest first, in whichever run of the person.',
        'x-es': {
          summary: 'Supresiones y retenciones legales de la persona de un proceso',
          description: 'Pedidas y decididas, la más antigua primero, en cualquier proceso suyo.',
        },
        params: runParams,
        response: { 200: dataMeasures, ...problems(404) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'data.list');
      return { items: (await dataMeasuresOf(opened)).map(dataMeasureView) };
    },
  );
}
