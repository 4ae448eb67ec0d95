import { z } from 'zod';
import { findDraft } from '../../../db/queries/drafts.js';
import { listStepRecords, type StepRecord } from '../../../db/queries/find-step.js';
import type { Step } from '../../../protocols/language/step.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { ProblemError, refused } from '../../errors.js';
import { unsealDraft } from '../../forms/seal-draft.js';
import { type OpenRun, openRun } from '../../runs/open-run.js';
import { openPersonKeys } from '../../runs/person-keys.js';
import { getStep, signerRoles } from '../../runs/pick-role.js';
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
      const record = await getRecord(opened, step, request.query);
      return detailOf(opened, step, record, await draftOf(opened, step, record));
    },
  );
}

/** The opening asked for, else the latest; of several roles of the institution, one that still must sign. */
async function getRecord(
  opened: OpenRun,
  step: Step,
  asked: { opening?: number | undefined; role?: string | undefined },
): Promise<StepRecord> {
  const { context, run, access } = opened;
  const of = { run: run.id, step: step.id, institution: access.institution };
  const records = await listStepRecords(context.door.db, of);
  const opening = asked.opening ?? records.at(-1)?.opening;
  const fits = records.filter(
    (record) =>
      record.opening === opening && (asked.role === undefined || record.role === asked.role),
  );
  const record = fits.find(({ status }) => status === 'open' || status === 'suspended') ?? fits[0];
  if (record) return record;
  if (records.length === 0 && signerRoles(opened, step).length === 0) {
    throw refused(refusal('not-responsible', { step: step.id }));
  }
  throw new ProblemError('opening-unknown');
}

async function draftOf({ context, run }: OpenRun, step: Step, record: StepRecord) {
  const place = { run: run.id, step: step.id, opening: record.opening, role: record.role };
  const stored = await findDraft(context.door.db, place);
  if (!stored) return undefined;
  const keys = await openPersonKeys(context.door, run.personId);
  const answers = { ...unsealDraft(keys, place, stored.ciphertext) };
  return { savedAt: stored.savedAt.toISOString(), answers };
}
