import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { writeDraft } from '../../runs/drafts.js';
import { openRun } from '../../runs/open-run.js';
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
      const opened = await openRun(context, request, request.params.run, 'step.draft');
      const savedAt = await writeDraft(opened, request.params.step, request.body);
      return { savedAt: iso(savedAt!) };
    },
  );
}
