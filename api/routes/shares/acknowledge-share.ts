import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { acknowledge } from '../../runs/open-share.js';
import { idempotencyHeaders, shareParams } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { acknowledgementBody } from '../../schemas/steps.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function acknowledgeShare(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/shares/:share/acknowledgement',
    {
      config: { action: 'share.acknowledge' },
      schema: {
        operationId: 'acknowledgeShare',
        tags: ['shares'],
        summary: 'Acknowledge data sent to you',
        description: 'Stops the reminders. Takes an empty object as body.',
        'x-es': {
          summary: 'Acusar recibo de los datos',
          description: 'Detiene los recordatorios. El cuerpo es un objeto vacío.',
        },
        params: shareParams,
        headers: idempotencyHeaders,
        body: acknowledgementBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'share.acknowledge');
      const key = request.headers['idempotency-key'];
      const committed = await acknowledge(opened, request.params.share, key);
      return answerOf(opened, committed);
    },
  );
}
