import { z } from 'zod';
import { addInstitutionName } from '../../../db/queries/institution-names.js';
import { refusal } from '../../../protocols/refusals.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { code } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';

const name = z.string().trim().min(2).max(200);

export function renameInstitution(app: Api, context: ApiContext): void {
  app.post(
    '/v1/institutions/:institution/names',
    {
      config: { action: 'institution.rename' },
      schema: {
        operationId: 'renameInstitution',
        tags: ['directory'],
        summary: 'Enter what an institution is called from a date on',
        description:
          'The id stays; what happened before the date is told with the name of that time. Entries are never changed.',
        'x-es': {
          summary: 'Registrar cómo se llama una institución desde una fecha',
          description:
            'El identificador no cambia; lo anterior a la fecha se cuenta con el nombre de entonces. Las entradas no se cambian.',
        },
        params: z.object({ institution: code }),
        body: z.strictObject({
          since: z.iso.date(),
          nameEs: name,
          nameEn: name,
          source: z.string().min(3).max(600),
        }),
        response: {
          201: z.object({ institution: code, since: z.string() }),
          ...bodyProblems(404, 409),
        },
      },
    },
    async ({ params: { institution }, body, access }, reply) => {
      // The log keeps who entered a name.
      const { db, directory } = within(context, access).door;
      await directory.reload();
      if (!directory.find(institution)) {
        throw refused(refusal('institution-unknown', { institution }));
      }
      const added = await addInstitutionName(db, { institutionId: institution, ...body });
      if (!added) throw refused(refusal('name-taken', { institution, since: body.since }));
      await directory.reload();
      return reply.code(201).send({ institution, since: body.since });
    },
  );
}
