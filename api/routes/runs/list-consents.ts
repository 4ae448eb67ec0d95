import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { listConsents } from '../../runs/consents.js';
import { openRun } from '../../runs/open-run.js';
import { runParams } from '../../schemas/common.js';
import { consent } from '../../schemas/consents.js';
import { problems } from '../../schemas/problem.js';
import { consentView } from '../../views/consent-view.js';

export function listConsentsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/consents',
    {
      config: { action: 'consent.list' },
      schema: {
        operationId: 'listConsents',
        tags: ['runs'],
        summary: 'What the person was asked to agree to, and where each consent stands',
        description:
          'One entry per purpose. Outside those who may know all of a run: only what your own steps ask for or what you are sent rests on.',
        'x-es': {
          summary: 'A qué se le pidió acuerdo a la persona y cómo está cada consentimiento',
          description:
            'Uno por finalidad. Quien no conoce todo el proceso ve solo lo que piden sus pasos o de lo que depende lo que recibe.',
        },
        params: runParams,
        response: { 200: z.object({ items: z.array(consent) }), ...problems(404) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'consent.list');
      return { items: listConsents(opened).map((one) => consentView(one, request.language)) };
    },
  );
}
