import { z } from 'zod';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { code } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';

export function getPackRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/packs/:pack/versions/:version',
    {
      config: { action: 'pack.read' },
      schema: {
        operationId: 'getPack',
        tags: ['directory'],
        summary: 'One version of a pack, whole',
        description: 'The pack as published, in both languages.',
        'x-es': {
          summary: 'Una versión de un paquete, completa',
          description: 'El paquete como se publicó, en los dos idiomas.',
        },
        params: z.object({ pack: code, version: z.coerce.number().int().min(1).max(1_000_000) }),
        response: {
          200: z.record(z.string(), z.unknown()).describe('The pack'),
          ...problems(404),
        },
      },
    },
    async ({ params: { pack: id, version } }) => {
      const pack = await context.door.packs.find(id, version);
      if (pack) return { ...pack };
      throw refused(refusal('pack-unknown', { pack: id, version }));
    },
  );
}
