import { z } from 'zod';
import { isSchemaCurrent } from '../../../db/queries/find-schema-state.js';
import type { Api, ApiContext } from '../../context.js';
import { publicProblems } from '../../schemas/problem.js';

const readiness = z.object({
  ready: z.boolean(),
  database: z.enum(['current', 'behind', 'unreachable']),
  engine: z
    .enum(['reachable', 'unreachable', 'not-configured'])
    .describe('Acts are accepted without it; clocks and notices catch up'),
});

/** Longer than this and a balancer should look elsewhere. */
const PATIENCE = 3_000;

export function getReadiness(app: Api, context: ApiContext): void {
  app.get(
    '/ready',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'getReadiness',
        tags: ['service'],
        security: [],
        summary: 'Whether the service can do its work',
        description: 'Needs the database with its newest schema. The engine is told, not needed.',
        'x-es': {
          summary: 'Si el servicio puede trabajar',
          description: 'Necesita la base de datos al día. El motor se informa, pero no hace falta.',
        },
        response: { ...publicProblems(), 200: readiness, 503: readiness.describe('Not ready') },
      },
    },
    async (_request, reply) => {
      const [database, engine] = await Promise.all([databaseState(context), engineState(context)]);
      const ready = database === 'current';
      if (!ready) reply.header('retry-after', '5');
      return reply.code(ready ? 200 : 503).send({ ready, database, engine });
    },
  );
}

async function databaseState({ door }: ApiContext) {
  const late = new Promise<'unreachable'>((resolve) => {
    setTimeout(() => resolve('unreachable'), PATIENCE).unref();
  });
  const state = isSchemaCurrent(door.db).then(
    (current) => (current ? 'current' : 'behind') as 'current' | 'behind',
    () => 'unreachable' as const,
  );
  return Promise.race([state, late]);
}

async function engineState({ temporal }: ApiContext) {
  if (!temporal) return 'not-configured' as const;
  return (await temporal()) ? ('reachable' as const) : ('unreachable' as const);
}
