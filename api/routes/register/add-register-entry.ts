import { addRegisterEntry } from '../../../db/queries/register.js';
import { actorOf } from '../../auth/access.js';
import type { Api, ApiContext } from '../../context.js';
import { checkRegisterChange } from '../../runs/check-register-change.js';
import { registerBody, registerEntry } from '../../schemas/packs.js';
import { bodyProblems } from '../../schemas/problem.js';
import { registerView } from '../../views/register-view.js';

export function addRegisterRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/register',
    {
      config: { action: 'register.write' },
      schema: {
        operationId: 'addRegisterEntry',
        tags: ['directory'],
        summary: 'Enter what a State made known',
        description:
          'Holds for new runs and, from the moment it reaches them, in every open run: deadlines in working days keep the days they had left, planned dates that are no longer allowed are taken back. Entries are never changed; a later one about the same thing counts.',
        'x-es': {
          summary: 'Registrar lo que un Estado dio a conocer',
          description:
            'Rige en los procesos nuevos y, desde que les llega, en los abiertos: los plazos en días hábiles conservan los días que les quedaban y se retiran las fechas previstas que ya no se admiten. Las entradas no se cambian; cuenta la última sobre lo mismo.',
        },
        body: registerBody,
        response: { 201: registerEntry, ...bodyProblems(404) },
      },
    },
    async ({ body, access, language }, reply) => {
      const { door } = context;
      await checkRegisterChange(door, body.change);
      const { change, source, note } = body;
      const entry = await addRegisterEntry(door.db, {
        change,
        source,
        actor: actorOf(access),
        ...(note === undefined ? {} : { note }),
      });
      await door.register.reload();
      return reply.code(201).send(registerView(entry, door.directory, language));
    },
  );
}
