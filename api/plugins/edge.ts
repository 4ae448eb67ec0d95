import type { FastifyInstance } from 'fastify';
import { acceptsJson } from '../edge/accept.js';
import { ProblemError } from '../errors.js';
import { preferredLanguage } from '../language.js';

/** Language, content negotiation and the headers every answer carries. */
export function registerEdge(app: FastifyInstance): void {
  app.decorateRequest('language');
  app.addHook('onRequest', async (request) => {
    request.language = preferredLanguage(request.headers['accept-language']);
    if (isApi(request.url) && !acceptsJson(request.headers.accept)) {
      throw new ProblemError('not-acceptable');
    }
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('referrer-policy')) reply.header('referrer-policy', 'no-referrer');
    reply.header('x-request-id', request.id);
    if (!isApi(request.url)) return;
    reply.header('cache-control', 'no-store');
    reply.header('content-language', request.language ?? 'es');
    reply.header('vary', 'Accept-Language, Authorization');
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
}

/** Whether an address is the API's, which answers JSON; pages beside it are HTML with their own policy. */
export function isApi(url: string): boolean {
  return /^\/(v1|health|ready)(\/|\?|$)/.test(url);
}
