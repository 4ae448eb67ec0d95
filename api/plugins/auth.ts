import type { FastifyInstance, FastifyRequest } from 'fastify';
import { POLICY } from '../auth/policy.js';
import { signIn } from '../auth/sign-in.js';
import type { ApiContext } from '../context.js';

/** Signs in every request to a route that is not public, and stops the boot for a route nobody decided about. */
export function registerAuth(app: FastifyInstance, context: ApiContext): void {
  app.decorateRequest('access');
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith('/v1') && config?.action === undefined) return;
    const action = config?.action;
    if (action === 'public' || (action !== undefined && action in POLICY)) return;
    throw new Error(`Route ${String(method)} ${url} has no entry in the policy table`);
  });
  const { failuresPerWindow, windowFor } = context.settings;
  const limit = app.createRateLimit({
    max: failuresPerWindow,
    timeWindow: windowFor,
    keyGenerator: (request: FastifyRequest) => `failed/${request.ip}`,
  });
  const countFailure = async (request: FastifyRequest): Promise<number | undefined> => {
    const result = await limit(request);
    return !result.isAllowed && result.isExceeded ? result.ttlInSeconds : undefined;
  };
  app.addHook('onRequest', (request) => signIn(context, request, countFailure));
}
