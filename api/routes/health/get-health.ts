import { z } from 'zod';
import type { Api } from '../../context.js';
import { publicProblems } from '../../schemas/problem.js';

export function getHealth(app: Api): void {
  app.get(
    '/health',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'getHealth',
        tags: ['service'],
        security: [],
        summary: 'The process is alive',
        description: 'Looks at nothing else.',
        'x-es': { summary: 'El proceso vive', description: 'No mira nada más.' },
        response: { 200: z.object({ status: z.literal('alive') }), ...publicProblems() },
      },
    },
    async () => ({ status: 'alive' as const }),
  );
}
