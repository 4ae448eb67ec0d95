import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { linkFamilyOf } from '../../runs/link-family.js';
import { openRun } from '../../runs/open-run.js';
import { idempotencyHeaders, runId, runParams } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function linkFamily(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/family',
    {
      config: { action: 'family.link' },
      schema: {
        operationId: 'linkFamily',
        tags: ['runs'],
        summary: "Link a run with a relative's",
        description:
          'For the case lead of the institution that leads or started both runs. Each person keeps the own run and the own decisions; what stops one stops the departure of the others until a person has looked at it.',
        'x-es': {
          summary: 'Vincular un proceso con el de un familiar',
          description:
            'Para quien conduce, de la institución que dirige o inició ambos procesos. Cada persona conserva su proceso y sus decisiones; lo que detiene a una detiene la salida de las demás hasta que una persona lo revise.',
        },
        params: runParams,
        headers: idempotencyHeaders,
        body: z.strictObject({ relativeOf: runId }),
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'family.link');
      const key = request.headers['idempotency-key'];
      const result = await linkFamilyOf(opened, key, request.body.relativeOf);
      return answerOf(opened, result);
    },
  );
}
