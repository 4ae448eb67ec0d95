import { z } from 'zod';
import { listInstitutions } from '../../../db/queries/institutions.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';

const institution = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'Institution' });

export function listDirectory(app: Api, context: ApiContext): void {
  app.get(
    '/v1/institutions',
    {
      config: { action: 'institution.list' },
      schema: {
        operationId: 'listInstitutions',
        tags: ['directory'],
        summary: 'Institutions that can fill a role',
        description: 'The active institutions of the directory.',
        'x-es': {
          summary: 'Instituciones que pueden cumplir una función',
          description: 'Las instituciones activas del directorio.',
        },
        querystring: z.strictObject({
          kind: z
            .string()
            .regex(/^[A-Z][A-Z0-9-]{0,19}$/)
            .optional(),
          country: z
            .string()
            .regex(/^[A-Z]{2}$/)
            .optional(),
        }),
        response: { 200: z.object({ items: z.array(institution) }), ...problems() },
      },
    },
    async ({ query: { kind, country }, language }) => {
      const all = await listInstitutions(context.door.db);
      const items = all
        .filter((one) => one.active && (!kind || one.kind === kind))
        .filter((one) => !country || one.country === country)
        .map(({ id, nameEs, nameEn, kind, country, timeZone }) => ({
          id,
          name: language === 'es' ? nameEs : nameEn,
          kind,
          country,
          timeZone,
        }));
      return { items };
    },
  );
}
