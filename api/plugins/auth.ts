import type { FastifyInstance, FastifyRequest } from 'fastify';
import { POLICY } from '../auth/policy.js';
import { type CountFailure, signIn } from '../auth/sign-in.js';
import type { ApiContext } from '../context.js';

/** What other packages and the catcher of test mail register: the description of the API, and caught mail. */
const UNDECIDED = /^\/(docs|correo)(\/|$)/;

/**
 * Signs in every request to a route that is not public, and stops the boot for a route nobody decided about. Returns the
 * counter of failed sign-ins, for pages that take an access themselves.
 */
export function registerAuth(app: FastifyInstance, context: ApiContext): CountFailure {
  app.decorateRequest('access');
  app.addHook('onRoute', ({ url, method, config }) => {
    const action = config?.action;
    if (action === undefined && UNDECIDED.test(url)) return;
    if (action === 'public' || (action !== undefined && Object.hasOwn(POLICY, action))) return;
    throw new Error(`Route ${String(method)} ${url} has no entry in the policy table`);
  });
  const { failuresPerWindow, windowFor } = context.settings;
  const limit = app.createRateLimit({
    max: failuresPerWindow,
    timeWindow: windowFor,
    keyGenerator: (request: FastifyRequest) => `failed/${request.ip}`,
  });
  const countFailure: CountFailure = async (request) => {
    const result = await limit(request);
    return !result.isAllowed && result.isExceeded ? result.ttlInSeconds : undefined;
  };
  app.addHook('onRequest', (request) => signIn(context, request, countFailure));
  return countFailure;
}
