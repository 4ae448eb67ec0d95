import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../errors.js';
import { sendProblem } from './errors.js';

/**
 * Answers 405 with `Allow` for every method a known address does not take. Called before the routes; the answers are
 * added once all of them are known.
 */
export function registerMethods(app: FastifyInstance): () => void {
  const taken = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method, schema }) => {
    if (schema?.hide && url.startsWith('/docs')) return;
    const methods = taken.get(url) ?? new Set<string>();
    for (const one of Array.isArray(method) ? method : [method]) methods.add(one.toUpperCase());
    taken.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...taken]) {
      if (url.startsWith('/docs') || url.includes('*')) continue;
      const allow = [...methods].sort().join(', ');
      const others = app.supportedMethods.filter((method) => !methods.has(method));
      app.route({
        method: others,
        url,
        config: { action: 'public' },
        schema: { hide: true },
        // Before the body is read: whatever it holds, the answer is the same.
        onRequest: async (request, reply) => {
          reply.header('allow', allow);
          return sendProblem(request, reply, new ProblemError('method-not-allowed'));
        },
        handler: async () => undefined,
      });
    }
  };
}
