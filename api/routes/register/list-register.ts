import { z } from 'zod';
import { listRegister } from '../../../db/queries/register.js';
import type { Api, ApiContext } from '../../context.js';
import { registerEntry } from '../../schemas/packs.js';
import { problems } from '../../schemas/problem.js';
import { registerView } from '../../views/register-view.js';

export function listRegisterRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/register',
    {
      config: { action: 'register.read' },
      schema: {
        operationId: 'listRegister',
        tags: ['directory'],
        summary: 'What States made known',
        description:
          'Days by decree, agreements renewed or ended, closed points, countries without representation; in the order of entry, each with its source. A later entry about the same thing counts.',
        'x-es': {
          summary: 'Lo que los Estados dieron a conocer',
          description:
            'Días por decreto, acuerdos renovados o terminados, puntos cerrados, países sin representación; en el orden de registro y con su fuente. Cuenta la última entrada sobre lo mismo.',
        },
        response: { 200: z.object({ items: z.array(registerEntry) }), ...problems() },
      },
    },
    async ({ language }) => {
      const { db, directory } = context.door;
      const entries = await listRegister(db);
      return { items: entries.map((entry) => registerView(entry, directory, language)) };
    },
  );
}
