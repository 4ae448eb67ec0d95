import { z } from 'zod';
import { ACCESS_ROLES } from '../../../db/queries/access-tokens.js';
import { type Action, POLICY, relationsOf } from '../../auth/policy.js';
import type { Api, ApiContext } from '../../context.js';
import { named } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { institutionIn } from '../../views/words.js';

const me = z
  .object({
    institution: named,
    role: z.enum(ACCESS_ROLES),
    country: z.string(),
    timeZone: z.string(),
    language: z.enum(['es', 'en']).describe('The language of this answer'),
    actions: z.array(z.string()).describe('What this role may do, given the right relation'),
  })
  .meta({ id: 'Me' });

export function getMe(app: Api, context: ApiContext): void {
  app.get(
    '/v1/me',
    {
      config: { action: 'me.read' },
      schema: {
        operationId: 'getMe',
        tags: ['directory'],
        summary: 'Who you are to the system',
        description: 'The institution and role your token stands for.',
        'x-es': {
          summary: 'Quién es usted para el sistema',
          description: 'La institución y la función de su clave de acceso.',
        },
        response: { 200: me, ...problems() },
      },
    },
    async ({ access, language }) => {
      const { institution, role, country, timeZone } = access;
      const actions = (Object.keys(POLICY) as Action[]).filter(
        (action) => relationsOf(role, action).length > 0,
      );
      const { directory } = context.door;
      if (!directory.find(institution)) await directory.reload();
      return {
        institution: institutionIn(directory, institution, language),
        role,
        country,
        timeZone,
        language,
        actions,
      };
    },
  );
}
