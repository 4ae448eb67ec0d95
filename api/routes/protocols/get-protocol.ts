import { z } from 'zod';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { code } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';

export function getProtocol(app: Api, context: ApiContext): void {
  app.get(
    '/v1/protocols/:protocol/versions/:version',
    {
      config: { action: 'protocol.read' },
      schema: {
        operationId: 'getProtocol',
        tags: ['directory'],
        summary: 'One version of a protocol, whole',
        description: 'The definition as published, in both languages.',
        'x-es': {
          summary: 'Una versión de un protocolo, completa',
          description: 'La definición como se publicó, en los dos idiomas.',
        },
        params: z.object({
          protocol: code,
          version: z.coerce.number().int().min(1).max(1_000_000),
        }),
        response: {
          200: z.record(z.string(), z.unknown()).describe('The definition'),
          ...problems(404),
        },
      },
    },
    async ({ params: { protocol, version } }) => {
      const definition = await context.door.definitions.find(protocol, version);
      if (definition) return { ...definition };
      throw refused(refusal('definition-unknown', { protocol, version }));
    },
  );
}
