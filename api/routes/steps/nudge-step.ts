import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { nudgeStepOf } from '../../runs/nudge-step.js';
import { openRun } from '../../runs/open-run.js';
import { getStep } from '../../runs/pick-role.js';
import { LONGEST_REASON } from '../../runs/step-requests.js';
import { code, idempotencyHeaders, runId } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function nudgeStep(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/steps/:step/nudge',
    {
      config: { action: 'step.nudge' },
      schema: {
        operationId: 'nudgeStep',
        tags: ['steps'],
        summary: 'Remind whoever must answer a step',
        description:
          'For the case lead of the institution that leads or started the run. Once in 24 hours; moves no deadline. The reason is kept encrypted and shown to those who lead the run.',
        'x-es': {
          summary: 'Recordar un paso a quien debe responderlo',
          description:
            'Para quien conduce, de la institución que dirige o inició el proceso. Una vez cada 24 horas; no cambia ningún plazo. El motivo se guarda cifrado y lo ven quienes conducen el proceso.',
        },
        params: z.object({ run: runId, step: code }),
        headers: idempotencyHeaders,
        body: z.strictObject({
          opening: z.int().min(1).max(1_000_000),
          reason: z.string().min(1).max(LONGEST_REASON),
        }),
        response: { 200: actAnswer, ...bodyProblems(404, 409, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'step.nudge');
      const step = getStep(opened.definition, request.params.step);
      const key = request.headers['idempotency-key'];
      const wanted = { step: step.id, ...request.body };
      return answerOf(opened, await nudgeStepOf(opened, key, wanted));
    },
  );
}
