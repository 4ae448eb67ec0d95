import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { reportEventOf } from '../../runs/report-event.js';
import { code, idempotencyHeaders, runId } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { eventBody } from '../../schemas/steps.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function reportEvent(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/events/:event',
    {
      config: { action: 'event.report' },
      schema: {
        operationId: 'reportEvent',
        tags: ['steps'],
        summary: 'Report an event',
        description:
          'An appeal, a claim, a new risk: accepted at any hour in any state the protocol allows, and effective at once.',
        'x-es': {
          summary: 'Reportar un suceso',
          description:
            'Un recurso, una solicitud, un riesgo nuevo: se acepta a toda hora en cualquier estado que el protocolo permita, con efecto inmediato.',
        },
        params: z.object({ run: runId, event: code }),
        headers: idempotencyHeaders,
        body: eventBody,
        response: { 200: actAnswer, ...bodyProblems(404, 409, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'event.report');
      const { event } = request.params;
      const key = request.headers['idempotency-key'];
      const committed = await reportEventOf(opened, event, key, request.body);
      return answerOf(opened, committed);
    },
  );
}
