import { z } from 'zod';
import { listInstitutionNames } from '../../../db/queries/institution-names.js';
import { listInstitutions } from '../../../db/queries/institutions.js';
import { stateOf } from '../../../protocols/language/corridor.js';
import type { Api, ApiContext } from '../../context.js';
import type { Language } from '../../language.js';
import { problems } from '../../schemas/problem.js';

const institution = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().describe('Where it sits'),
    ofState: z
      .string()
      .nullable()
      .describe(
        'State whose authority it is: of a consulate or ministry what was entered, null while nobody has; of international bodies null',
      ),
    timeZone: z.string(),
    names: z
      .array(z.object({ since: z.string(), name: z.string(), source: z.string() }))
      .describe('Names it was given later than its entry, oldest first'),
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
      const renamed = await listInstitutionNames(context.door.db);
      const today = new Date(context.door.clock.now()).toISOString().slice(0, 10);
      const items = all
        .filter((one) => one.active && (!kind || one.kind === kind))
        .filter((one) => !country || one.country === country)
        .map((one) => {
          const { id, kind, country, timeZone } = one;
          const names = renamed
            .filter((name) => name.institutionId === id)
            .map(({ since, source, ...name }) => ({ since, name: in_(name, language), source }));
          const name = names.filter(({ since }) => since <= today).at(-1)?.name;
          const ofState = stateOf(one) ?? null;
          const called = { id, name: name ?? in_(one, language), names };
          return { ...called, kind, country, ofState, timeZone };
        });
      return { items };
    },
  );
}

function in_(names: { readonly nameEs: string; readonly nameEn: string }, language: Language) {
  return language === 'es' ? names.nameEs : names.nameEn;
}
