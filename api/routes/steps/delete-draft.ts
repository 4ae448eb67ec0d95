import { z } from 'zod';
import { removeDraft } from '../../../db/queries/drafts.js';
import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { getStep, signerRole } from '../../runs/pick-role.js';
import { code, stepParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';

export function deleteDraft(app: Api, context: ApiContext): void {
  app.delete(
    '/v1/runs/:run/steps/:step/draft',
    {
      config: { action: 'step.draft' },
      schema: {
        operationId: 'deleteDraft',
        tags: ['steps'],
        summary: 'Throw a draft away',
        description: 'Answers 204 whether or not there was one.',
        'x-es': {
          summary: 'Desechar un borrador',
          description: 'Responde 204 lo haya habido o no.',
        },
        params: stepParams,
        querystring: z.strictObject({
          opening: z.coerce.number().int().min(1).max(1_000_000),
          role: code.optional(),
        }),
        response: { 204: z.null().describe('There is no draft now'), ...problems(404, 422) },
      },
    },
    async (request, reply) => {
      const opened = await openRun(context, request, request.params.run, 'step.draft');
      const step = getStep(opened.definition, request.params.step);
      const role = signerRole(opened, step, request.query.role);
      const { opening } = request.query;
      const { context: asked, run } = opened;
      await removeDraft(asked.door.db, { run: run.id, step: step.id, opening, role });
      return reply.code(204).send(null);
    },
  );
}
