import { z } from 'zod';
import { saveDraft } from '../../../db/queries/drafts.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { checkDraft } from '../../forms/check-draft.js';
import { sealDraft } from '../../forms/seal-draft.js';
import { openRun } from '../../runs/open-run.js';
import { openPersonKeys } from '../../runs/person-keys.js';
import { getStep, signerRole } from '../../runs/pick-role.js';
import { instant, stepParams } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { draftBody } from '../../schemas/steps.js';
import { iso } from '../../views/run-view.js';

export function saveDraftRoute(app: Api, context: ApiContext): void {
  app.put(
    '/v1/runs/:run/steps/:step/draft',
    {
      config: { action: 'step.draft' },
      schema: {
        operationId: 'saveDraft',
        tags: ['steps'],
        summary: 'Save what has been typed so far',
        description:
          'Replaces the draft of your institution. Kept encrypted until the step is answered; nothing is checked but size and field names.',
        'x-es': {
          summary: 'Guardar lo escrito hasta ahora',
          description:
            'Reemplaza el borrador de su institución. Se guarda cifrado hasta que se responde el paso; solo se revisan el tamaño y los nombres de los campos.',
        },
        params: stepParams,
        body: draftBody,
        response: { 200: z.object({ savedAt: instant }), ...bodyProblems(404, 409, 410) },
      },
    },
    async (request) => {
      const { opening, answers } = request.body;
      const opened = await openRun(context, request, request.params.run, 'step.draft');
      const step = getStep(opened.definition, request.params.step);
      const role = signerRole(opened, step, request.body.role);
      checkDraft(step.form ?? [], answers);
      const place = { run: opened.run.id, step: step.id, opening, role };
      const keys = await openPersonKeys(context.door, opened.run.personId);
      const ciphertext = sealDraft(keys, place, step.form ?? [], answers);
      const { institution } = request.access;
      const saved = await saveDraft(context.door.db, { ...place, institution, ciphertext });
      if (!saved) throw refused(refusal('step-not-open', { step: step.id }));
      return { savedAt: iso(saved.savedAt) };
    },
  );
}
