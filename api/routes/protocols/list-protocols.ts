import { z } from 'zod';
import { listProtocolVersions } from '../../../db/queries/list-protocols.js';
import type { Api, ApiContext } from '../../context.js';
import { say } from '../../language.js';
import { instant } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';

const version = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    digest: z.string().describe('SHA-256 of the canonical JSON'),
    publishedAt: instant,
    retiredAt: instant.optional(),
  })
  .meta({ id: 'ProtocolVersion' });

export function listProtocols(app: Api, context: ApiContext): void {
  app.get(
    '/v1/protocols',
    {
      config: { action: 'protocol.read' },
      schema: {
        operationId: 'listProtocols',
        tags: ['directory'],
        summary: 'Published protocol versions',
        description:
          'Oldest first within a protocol; the last takes new runs, unless it is retired.',
        'x-es': {
          summary: 'Versiones publicadas de los protocolos',
          description:
            'De la más antigua a la más nueva; la última admite procesos nuevos, salvo que esté retirada.',
        },
        response: { 200: z.object({ items: z.array(version) }), ...problems() },
      },
    },
    async ({ language }) => {
      const items = [];
      for (const row of await listProtocolVersions(context.door.db)) {
        const definition = await context.door.definitions.find(row.id, row.version);
        items.push({
          id: row.id,
          version: row.version,
          title: definition ? say(definition.title, language) : row.id,
          digest: row.digest,
          publishedAt: row.publishedAt.toISOString(),
          ...(row.retiredAt ? { retiredAt: row.retiredAt.toISOString() } : {}),
        });
      }
      return { items };
    },
  );
}
