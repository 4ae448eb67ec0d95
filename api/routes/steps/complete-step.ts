import type { Api, ApiContext } from '../../context.js';
import { answerStep } from '../../runs/answer-step.js';
import { openRun } from '../../runs/open-run.js';
import { idempotencyHeaders, stepParams } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { completeBody } from '../../schemas/steps.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function completeStep(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/steps/:step/complete',
    {
      config: { action: 'step.complete' },
      schema: {
        operationId: 'completeStep',
        tags: ['steps'],
        summary: 'Answer a step',
        description:
          'Enters the answer at once and for ever; the next institution has its step when this returns. The same Idempotency-Key again gives the same receipt.',
        'x-es': {
          summary: 'Responder un paso',
          description:
            'Registra la respuesta de inmediato y para siempre; la siguiente institución tiene su paso cuando esto responde. La misma Idempotency-Key devuelve el mismo acuse.',
        },
        params: stepParams,
        headers: idempotencyHeaders,
        body: completeBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'step.complete');
      const key = request.headers['idempotency-key'];
      const committed = await answerStep(opened, request.params.step, key, request.body);
      return answerOf(opened, committed);
    },
  );
}
