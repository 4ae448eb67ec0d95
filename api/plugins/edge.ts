import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptsJson } from '../edge/accept.js';
import { ProblemError } from '../errors.js';
import { preferredLanguage } from '../language.js';
import type { ApiSettings } from '../settings.js';

/** Of an answer that brings no policy of its own: a refusal, a redirect, a file of the pages. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** Two years, as lists of browsers ask for. */
const TRANSPORT = 'max-age=63072000; includeSubDomains';

/**
 * Language, content negotiation and the headers every answer carries. With `strictTransport` browsers are told to come by TLS only
 * from now on, for installations whose address says so.
 */
export function registerEdge(
  app: FastifyInstance,
  { strictTransport }: Pick<ApiSettings, 'strictTransport'>,
): void {
  app.decorateRequest('language');
  app.addHook('onRequest', async (request) => {
    request.language = preferredLanguage(request.headers['accept-language']);
    if (isApi(request.url) && !acceptsJson(request.headers.accept)) {
      throw new ProblemError('not-acceptable');
    }
  });
  app.addHook('onSend', async (request, reply) => {
    protect(request, reply, strictTransport);
    if (!isApi(request.url)) return;
    reply.header('cache-control', 'no-store');
    reply.header('content-language', request.language ?? 'es');
    reply.header('vary', 'Accept-Language, Authorization');
    reply.header('content-security-policy', NOTHING);
  });
}

/** The headers every answer carries, where it does not say otherwise itself; also those that no hook sees. */
export function protect(
  request: FastifyRequest,
  reply: FastifyReply,
  strictTransport: boolean,
): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('x-request-id', request.id);
  if (strictTransport) reply.header('strict-transport-security', TRANSPORT);
  const unless = {
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': NOTHING,
    'cache-control': 'no-store',
  };
  for (const [name, value] of Object.entries(unless)) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
}

/** Whether an address is the API's, which answers JSON; pages beside it are HTML with their own policy. */
export function isApi(url: string): boolean {
  return /^\/(v1|health|ready)(\/|\?|$)/.test(url);
}
