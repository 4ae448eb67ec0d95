import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Action, relationsOf } from '../../api/auth/policy.js';
import { within } from '../../api/auth/within.js';
import { ProblemError } from '../../api/errors.js';
import { institutionIn } from '../../api/views/words.js';
import { findSession, type Session } from '../../db/queries/sessions.js';
import type { Pages, WebContext } from '../context.js';
import { giveSession, SESSION_COOKIE, takeSession } from './cookies.js';
import { draftKeyOf } from './draft-key.js';
import { FORM_KEY, formKeyOf, isOurs } from './form-key.js';
import { languageOf } from './language.js';
import type { Viewer } from './layout.js';
import { sendDownload, sendJson, sendPage } from './send.js';
import type { Answer, Handler, Visit } from './visit.js';
import { FRAME } from './words.js';

type Register = (
  pages: Pages,
  context: WebContext,
  url: string,
  action: Action,
  handler: Handler,
) => void;

const register =
  (method: 'GET' | 'POST', isUse = true): Register =>
  (pages, context, url, action, handler) => {
    pages.route({
      method,
      url,
      config: { action, page: true, ...(isUse ? {} : { rateLimit: { max: asking(context) } }) },
      schema: { hide: true },
      handler: (request, reply) => answer(context, request, reply, { action, handler, isUse }),
    });
  };

/** Open pages of a whole office ask from one address; they must not use up what its people may ask. */
function asking({ settings }: WebContext): number {
  return settings.requestsPerWindow * 10;
}

/** Registers a page that shows: whoever is not signed in is led to the sign-in and back. */
export const show = register('GET');

/** Registers what a script asks by itself: it keeps no session alive. */
export const watch = register('GET', false);

/** Registers what a form does. The form must come from a page of this session. */
export const act = register('POST');

async function answer(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { action, handler, isUse }: { action: Action; handler: Handler; isUse: boolean },
): Promise<FastifyReply> {
  const secret = request.cookies[SESSION_COOKIE] ?? '';
  const session = await findSession(context.door.db, secret, context.web.sessionLife, { isUse });
  if (!session) return leadToSignIn(request, reply);
  const visit = visitOf(context, request, session);
  request.access = visit.access;
  request.language = visit.language;
  if (request.method !== 'GET' && !isOurs(request, visit.form, secret)) {
    throw new ProblemError('form-stale');
  }
  if (relationsOf(session.role, action).length === 0) throw new ProblemError('not-allowed');
  const viewer = await viewerOf(context, session, visit.language, secret);
  return sendAnswer(reply, await handler(visit), visit, viewer);
}

/** After a session ended while somebody wrote, GET leads back to the very page; a form's page is the one it was on. */
function leadToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const back = request.method === 'GET' ? request.url : refererOf(request);
  return reply.redirect(`/entrar?a=${encodeURIComponent(back)}`, 303);
}

function refererOf(request: FastifyRequest): string {
  try {
    const { pathname, search } = new URL(request.headers.referer ?? '');
    return pathname + search;
  } catch {
    return '/';
  }
}

/** A request of somebody signed in, as pages take it. */
export function visitOf(context: WebContext, request: FastifyRequest, session: Session): Visit {
  const { role, institution, country, timeZone, user } = session;
  const access = { account: user.id, role, institution, country, timeZone };
  const mark = request.url.indexOf('?');
  return {
    context: within(context, access),
    session,
    access,
    language: languageOf(request, user.language),
    url: request.url,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1)),
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    request,
  };
}

/** What the frame shows of the person signed in. */
export async function viewerOf(
  context: WebContext,
  session: Session,
  language: 'es' | 'en',
  secret: string,
): Promise<Viewer> {
  const { directory } = context.door;
  if (!directory.find(session.institution)) await directory.reload();
  const { title: institutionName } = institutionIn(directory, session.institution, language);
  const draftKey = draftKeyOf(context, session.user.id);
  const now = context.door.clock.now();
  return { session, now, institutionName, formKey: formKeyOf(secret), draftKey };
}

function sendAnswer(
  reply: FastifyReply,
  given: Answer,
  { language, url }: Visit,
  viewer: Viewer,
): FastifyReply {
  if ('to' in given) {
    if (given.session === 'ended') takeSession(reply);
    else if (given.session !== undefined) giveSession(reply, given.session);
    return reply.redirect(given.to, 303);
  }
  if ('json' in given) return sendJson(reply, given);
  if ('file' in given) return sendDownload(reply, given);
  const title = given.faulty ? `${FRAME[language].error}: ${given.title}` : given.title;
  return sendPage(reply, given.status ?? (given.faulty ? 422 : 200), {
    language,
    title,
    url,
    viewer,
    children: given.content,
  });
}

/**
 * The hidden field that shows a form to be ours, and one that is never sent: of a form with something in a field for passwords Chromium
 * writes nothing that was sent into the session file of its profile (decision 0077).
 */
export function FormKey({ visit }: { visit: Visit }) {
  const secret = visit.request.cookies[SESSION_COOKIE] ?? '';
  return (
    <>
      <input type="hidden" name={FORM_KEY} value={formKeyOf(secret)} />
      <input type="password" value="-" autocomplete="off" hidden disabled />
    </>
  );
}
