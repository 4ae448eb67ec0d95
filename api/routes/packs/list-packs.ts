import { z } from 'zod';
import { localDate } from '../../../protocols/rules/zone.js';
import type { Api, ApiContext } from '../../context.js';
import { packListItem } from '../../schemas/packs.js';
import { problems } from '../../schemas/problem.js';
import { packView } from '../../views/pack-view.js';

export function listPacksRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/packs',
    {
      config: { action: 'pack.read' },
      schema: {
        operationId: 'listPacks',
        tags: ['directory'],
        summary: 'Country and corridor packs',
        description:
          'Each version with its corridors, norms and their sources, handover points, and agreements as they stand today; `endsInDays` warns of those that end within 90 days or have ended.',
        'x-es': {
          summary: 'Paquetes de países y corredores',
          description:
            'Cada versión con sus corredores, normas y fuentes, puntos de entrega y acuerdos como están hoy; `endsInDays` avisa de los que terminan en 90 días o ya terminaron.',
        },
        response: { 200: z.object({ items: z.array(packListItem) }), ...problems() },
      },
    },
    async ({ language }) => {
      const { door } = context;
      const register = await door.register.current();
      const on = localDate(door.clock.now(), 'UTC');
      const items = [];
      for (const row of await door.packs.list()) {
        const pack = await door.packs.find(row.id, row.version);
        if (pack) items.push(packView(row, pack, register, on, language));
      }
      return { items };
    },
  );
}
