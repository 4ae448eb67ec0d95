import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { REASSIGN_REASONS, reassignRoleOf } from '../../runs/reassign-role.js';
import { code, idempotencyHeaders, runId } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

export function reassignRole(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs/:run/roles/:role',
    {
      config: { action: 'role.reassign' },
      schema: {
        operationId: 'reassignRole',
        tags: ['runs'],
        summary: 'Give a role to another institution',
        description:
          'For the case lead of the institution that leads or started the run. Open steps of the role move with it; both institutions are told.',
        'x-es': {
          summary: 'Pasar una función a otra institución',
          description:
            'Para quien conduce, de la institución que dirige o inició el proceso. Los pasos abiertos pasan con la función; se avisa a ambas instituciones.',
        },
        params: z.object({ run: runId, role: code }),
        headers: idempotencyHeaders,
        body: z.strictObject({ institution: code, reason: z.enum(REASSIGN_REASONS) }),
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const { role } = request.params;
      const { institution, reason } = request.body;
      const opened = await openRun(context, request, request.params.run, 'role.reassign');
      const key = request.headers['idempotency-key'];
      const committed = await reassignRoleOf(opened, key, { role, institution, reason });
      return answerOf(opened, committed);
    },
  );
}
