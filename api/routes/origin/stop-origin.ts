import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { stopOrigin } from '../../runs/origin-stop.js';
import { idempotencyHeaders, runParams } from '../../schemas/common.js';
import { stopBody } from '../../schemas/origin.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function stopOriginRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/origin-stop',
    {
      config: { action: 'origin.stop' },
      schema: {
        operationId: 'stopOrigin',
        tags: ['origin'],
        summary: 'No contact with authorities of the country of origin',
        description:
          'Takes effect at once in every run of the person and of the family: their tasks and shares are taken back without a word to them, the run is unknown to them, and nobody departs until two institutions lift it.',
        'x-es': {
          summary: 'Sin contacto con autoridades del país de origen',
          description:
            'Surte efecto de inmediato en todos los procesos de la persona y de su familia: sus tareas y envíos se retiran sin decirles nada, el proceso les es desconocido y nadie sale hasta que dos instituciones lo levanten.',
        },
        params: runParams,
        headers: idempotencyHeaders,
        body: stopBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'origin.stop');
      const result = await stopOrigin(opened, request.headers['idempotency-key'], request.body);
      return answerOf(opened, result);
    },
  );
}
