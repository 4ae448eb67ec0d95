import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { runParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { run } from '../../schemas/runs.js';
import { linkedRunView } from '../../views/act-answer.js';

export function getRun(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run',
    {
      config: { action: 'run.read' },
      schema: {
        operationId: 'getRun',
        tags: ['runs'],
        summary: 'Where a run stands and why',
        description:
          'What is open, who holds it since when and until when, what waits and for what, and what each possible answer would bring. `view` says how much of it is shown to you.',
        'x-es': {
          summary: 'En qué está un proceso y por qué',
          description:
            'Qué está abierto, quién lo tiene, desde y hasta cuándo, qué espera y qué falta, y qué traería cada respuesta posible. `view` dice cuánto se le muestra.',
        },
        params: runParams,
        response: { 200: run, ...problems(404) },
      },
    },
    async (request) =>
      linkedRunView(await openRun(context, request, request.params.run, 'run.read')),
  );
}
