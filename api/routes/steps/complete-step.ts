import type { Api, ApiContext } from '../../context.js';
import { answerAtOnce } from '../../runs/answer-at-once.js';
import { answerStep } from '../../runs/answer-step.js';
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
          'Enters the answer at once and for ever; the next institution has its step when this returns. The same Idempotency-Key again gives the same receipt. Where an answer takes two people, the second one reads the first’s answer and names it in `confirms`; if it was changed since, `answer-changed` and nothing is entered.',
        'x-es': {
          summary: 'Responder un paso',
          description:
            'Registra la respuesta de inmediato y para siempre; la siguiente institución tiene su paso cuando esto responde. La misma Idempotency-Key devuelve el mismo acuse. Si una respuesta requiere dos personas, la segunda lee la de la primera y la nombra en `confirms`; si cambió después, `answer-changed` y no se registra nada.',
        },
        params: stepParams,
        headers: idempotencyHeaders,
        body: completeBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409, 410) },
      },
    },
    async (request) => {
      const { params, body } = request;
      const key = request.headers['idempotency-key'];
      return answerAtOnce(context, request, params, async (opened) =>
        answerOf(opened, await answerStep(opened, params.step, key, body)),
      );
    },
  );
}
