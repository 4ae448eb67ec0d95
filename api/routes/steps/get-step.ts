import { z } from 'zod';
import type { StepRecord } from '../../../db/queries/find-step.js';
import type { Step } from '../../../protocols/language/step.js';
import type { Api, ApiContext } from '../../context.js';
import { findDraftOf } from '../../runs/drafts.js';
import { type OpenRun, openRun } from '../../runs/open-run.js';
import { getStep } from '../../runs/pick-role.js';
import { getStepRecord } from '../../runs/step-record.js';
import { findUnconfirmed } from '../../runs/unconfirmed.js';
import { code, stepParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { stepDetail } from '../../schemas/steps.js';
import { stepDetail as detailOf } from '../../views/step-detail.js';

export function getStepRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/steps/:step',
    {
      config: { action: 'step.read' },
      schema: {
        operationId: 'getStep',
        tags: ['steps'],
        summary: 'A step with its form',
        description:
          'What is asked, on what legal basis, until when and what silence means; your saved draft. The latest opening unless `opening` is given.',
        'x-es': {
          summary: 'Un paso con su formulario',
          description:
            'Qué se pide, con qué fundamento, hasta cuándo y qué significa el silencio; su borrador. La última apertura, salvo que se diga `opening`.',
        },
        params: stepParams,
        querystring: z.strictObject({
          opening: z.coerce.number().int().min(1).max(1_000_000).optional(),
          role: code.optional(),
        }),
        response: { 200: stepDetail, ...problems(404, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'step.read');
      const step = getStep(opened.definition, request.params.step);
      const record = await getStepRecord(opened, step, request.query);
      const draft = await draftOf(opened, step, record);
      const unconfirmed = await findUnconfirmed(opened, step, record);
      return detailOf(opened, step, record, { draft, unconfirmed });
    },
  );
}

async function draftOf(opened: OpenRun, step: Step, record: StepRecord) {
  const draft = await findDraftOf(opened, step, record);
  if (!draft) return undefined;
  const { savedAt, savedBy: _, ...content } = draft;
  return { savedAt: savedAt.toISOString(), ...content, answers: { ...content.answers } };
}
