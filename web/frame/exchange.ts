import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { type Action, relationsOf } from '../../api/auth/policy.js';
import { ProblemError } from '../../api/errors.js';
import { problemFrom, sendProblem } from '../../api/plugins/errors.js';
import { findSession } from '../../db/queries/sessions.js';
import type { Pages, WebContext } from '../context.js';
import { SESSION_COOKIE } from './cookies.js';
import { FORM_KEY, FORM_KEY_HEADER, isOurs } from './form-key.js';
import { visitOf } from './routes.js';
import type { Visit } from './visit.js';

/** Time one request may take: the line may be bad for as long as clients have to send one. */
const SLOW = 2;

/**
 * Registers what a script of a page exchanges with the server by a protocol of its own, in which status and headers say it
 * all. The same session, policy and proof of coming from our page as for a form, the latter in a header, also where nothing is
 * changed; whoever has no session is told so and not led to the sign-in.
 */
export function exchange(
  pages: Pages,
  context: WebContext,
  route: { readonly method: HTTPMethods[]; readonly url: string; readonly action: Action },
  handler: (visit: Visit) => Promise<Response>,
): void {
  const { method, url, action } = route;
  pages.route({
    method,
    url,
    config: { action, page: true },
    schema: { hide: true },
    handlerTimeout: context.settings.requestFor * SLOW,
    handler: async (request, reply) => {
      try {
        return await answer(context, request, reply, action, handler);
      } catch (error) {
        return sendProblem(request, reply, problemFrom(error, request));
      }
    },
  });
}

async function answer(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  action: Action,
  handler: (visit: Visit) => Promise<Response>,
): Promise<FastifyReply> {
  const secret = request.cookies[SESSION_COOKIE] ?? '';
  const session = await findSession(context.door.db, secret, context.web.sessionLife);
  if (!session) throw new ProblemError('unauthenticated');
  const visit = visitOf(context, request, session);
  request.access = visit.access;
  request.language = visit.language;
  const key = new URLSearchParams({ [FORM_KEY]: String(request.headers[FORM_KEY_HEADER] ?? '') });
  if (!isOurs(request, key, secret)) throw new ProblemError('form-stale');
  if (relationsOf(session.role, action).length === 0) throw new ProblemError('not-allowed');
  const { status, headers, body } = await handler(visit);
  reply.code(status).header('cache-control', 'no-store');
  for (const [name, value] of headers) {
    // Whom a browser may tell the answer is decided here: nobody but our own pages.
    if (!name.startsWith('access-control-')) reply.header(name, value);
  }
  return reply.send(
    body === null ? undefined : Buffer.from(await new Response(body).arrayBuffer()),
  );
}
