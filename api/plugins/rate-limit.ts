import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';

/** So many requests per token and window; without a token, per address. Counted in this process. */
export async function registerRateLimit(app: FastifyInstance, context: ApiContext): Promise<void> {
  const { requestsPerWindow, windowFor } = context.settings;
  await app.register(rateLimit, {
    global: true,
    max: requestsPerWindow,
    timeWindow: windowFor,
    cache: 20_000,
    keyGenerator: caller,
    allowList: (request) => request.routeOptions.url === '/health',
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('rate-limited', { params: { seconds: Math.ceil(ttl / 1000) } }),
  });
}

function caller({ headers: { authorization }, ip }: FastifyRequest): string {
  if (!authorization) return `address/${ip}`;
  return `token/${createHash('sha256').update(authorization).digest('base64url')}`;
}
