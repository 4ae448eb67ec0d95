import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { decideLift } from '../../runs/origin-stop.js';
import { idempotencyHeaders, runParams } from '../../schemas/common.js';
import { liftDecisionBody } from '../../schemas/origin.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function decideLiftRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/origin-stop/lift/decision',
    {
      config: { action: 'origin.decide' },
      schema: {
        operationId: 'decideOriginLift',
        tags: ['origin'],
        summary: 'Decide whether contact with the country of origin is allowed again',
        description:
          'For another institution than the one that asked, and never for one that enforces returns.',
        'x-es': {
          summary: 'Decidir si se permite de nuevo el contacto con el país de origen',
          description:
            'Para otra institución que la que lo pidió, y nunca para una que ejecuta retornos.',
        },
        params: runParams,
        headers: idempotencyHeaders,
        body: liftDecisionBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'origin.decide');
      const result = await decideLift(opened, request.headers['idempotency-key'], request.body);
      return answerOf(opened, result);
    },
  );
}
