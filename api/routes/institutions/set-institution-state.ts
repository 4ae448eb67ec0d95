import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { enterState } from '../../institutions/enter-state.js';
import { isState } from '../../institutions/is-state.js';
import { code } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';

const state = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine(isState, { message: 'state' })
  .describe('ISO 3166-1 alpha-2');

export function setInstitutionStateRoute(app: Api, context: ApiContext): void {
  app.put(
    '/v1/institutions/:institution/state',
    {
      config: { action: 'institution.state' },
      schema: {
        operationId: 'setInstitutionState',
        tags: ['directory'],
        summary: 'Enter of which State a consulate or foreign ministry is',
        description:
          'The State whose authority it is, not the country where it sits. It then fills only roles of that State. Null takes the entry back.',
        'x-es': {
          summary: 'Registrar de qué Estado es un consulado o una cancillería',
          description:
            'El Estado cuya autoridad es, no el país donde está. Desde entonces solo cumple funciones de ese Estado. Null retira la entrada.',
        },
        params: z.object({ institution: code }),
        body: z.strictObject({ ofState: state.nullable() }),
        response: {
          200: z.object({ institution: code, ofState: z.string().nullable() }),
          ...bodyProblems(404),
        },
      },
    },
    async ({ params: { institution }, body: { ofState }, access }) => {
      await enterState(context, access, { institution, ofState });
      return { institution, ofState };
    },
  );
}
