import { z } from 'zod';
import { resolveBindings } from '../../../door/start-run.js';
import type { Binding } from '../../../protocols/core/state.js';
import type { Refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { commit } from '../../runs/commit.js';
import { type OpenRun, openRun } from '../../runs/open-run.js';
import { code, idempotencyHeaders, runId } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

const REASONS = [
  'not-competent',
  'no-capacity',
  'conflict-of-interest',
  'place-changed',
  'institution-closed',
  'entered-in-error',
] as const;

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
        body: z.strictObject({ institution: code, reason: z.enum(REASONS) }),
        response: { 200: actAnswer, ...bodyProblems(404, 409) },
      },
    },
    async (request) => {
      const { role } = request.params;
      const { institution, reason } = request.body;
      const opened = await openRun(context, request, request.params.run, 'role.reassign');
      const binding = await bindingOf(opened, role, institution);
      const act = { type: 'role-reassigned', role, binding, reason } as const;
      const committed = await commit(opened, request.headers['idempotency-key'], act);
      return answerOf(opened, committed);
    },
  );
}

async function bindingOf(opened: OpenRun, role: string, institution: string): Promise<Binding> {
  const { context, definition } = opened;
  const found = await resolveBindings(context.door, definition, { [role]: institution });
  if ('code' in found) throw refused(found as Refusal);
  return found[role]!;
}
