import type { Api } from '../../context.js';

export function getDocument(app: Api): void {
  app.get(
    '/v1/openapi.json',
    { config: { action: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.type('application/json').send(JSON.stringify(app.swagger())),
  );
}
