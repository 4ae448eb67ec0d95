import type { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { type StartWish, startFor } from '../../runs/start-run.js';
import { idempotencyHeaders, parseInstant } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer, startBody } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function startRunRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs',
    {
      config: { action: 'run.start' },
      schema: {
        operationId: 'startRun',
        tags: ['runs'],
        summary: 'Start a run',
        description:
          'Starts the newest version of a protocol. The same Idempotency-Key again answers 200 with the same run.',
        'x-es': {
          summary: 'Iniciar un proceso',
          description:
            'Inicia la versión más nueva de un protocolo. La misma Idempotency-Key responde 200 con el mismo proceso.',
        },
        headers: idempotencyHeaders,
        body: startBody,
        response: {
          200: actAnswer,
          201: actAnswer.describe('Started; Location names the run'),
          ...bodyProblems(404, 409),
        },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { opened, committed } = await startFor(context, request, wishOf(request.body), key);
      reply.header('location', `/v1/runs/${committed.runId}`);
      return reply.code(committed.replayed ? 200 : 201).send(await answerOf(opened, committed));
    },
  );
}

function wishOf(body: z.infer<typeof startBody>): StartWish {
  const { attributes, dates, rehearsal, ...wish } = body;
  return {
    ...wish,
    ...(attributes ? { assigns: attributes } : {}),
    ...(dates ? { dates: instants(dates) } : {}),
    ...(rehearsal ? { rehearsalAt: parseInstant(rehearsal.startsAt)! } : {}),
  };
}

function instants(dates: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dates).map(([id, at]) => [id, parseInstant(at)!]));
}
