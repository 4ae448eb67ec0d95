import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { askLift } from '../../runs/origin-stop.js';
import { idempotencyHeaders, runParams } from '../../schemas/common.js';
import { liftBody } from '../../schemas/origin.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function askLiftRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/origin-stop/lift',
    {
      config: { action: 'origin.stop' },
      schema: {
        operationId: 'askOriginLift',
        tags: ['origin'],
        summary: 'Ask that contact with the country of origin be allowed again',
        description: 'Changes nothing until another institution decides.',
        'x-es': {
          summary: 'Pedir que se permita de nuevo el contacto con el país de origen',
          description: 'No cambia nada hasta que otra institución decide.',
        },
        params: runParams,
        headers: idempotencyHeaders,
        body: liftBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'origin.stop');
      const result = await askLift(opened, request.headers['idempotency-key'], request.body.why);
      return answerOf(opened, result);
    },
  );
}
