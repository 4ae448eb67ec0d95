import type { FastifyRequest } from 'fastify';
import type { Language } from '../../api/language.js';
import { findSession } from '../../db/queries/sessions.js';
import type { Pages, WebContext } from '../context.js';
import { SESSION_COOKIE } from './cookies.js';
import { languageOf } from './language.js';
import type { Viewer } from './layout.js';
import { viewerOf } from './routes.js';
import { sendPage } from './send.js';
import type { Shown } from './visit.js';

/** Somebody who looks at a page open to all. */
export interface Reader {
  readonly context: WebContext;
  readonly language: Language;
  /** Whoever is signed in sees their menu; absent for everybody else. */
  readonly viewer?: Viewer;
}

/** Registers a page everybody may read, signed in or not. It changes nothing and asks for nothing. */
export function showToAll(
  pages: Pages,
  context: WebContext,
  url: string,
  handler: (reader: Reader) => Shown,
): void {
  const config = { action: 'public' as const, page: true as const };
  pages.get(url, { config, schema: { hide: true } }, async (request, reply) => {
    const reader = await readerOf(context, request);
    request.language = reader.language;
    const { title, content, status = 200 } = handler(reader);
    const { language, viewer } = reader;
    return sendPage(reply, status, {
      language,
      title,
      url: request.url,
      viewer,
      children: content,
    });
  });
}

/** Who looks, as far as it can be known: with the database gone nobody is recognised and the page shows without menu. */
export async function readerOf(context: WebContext, request: FastifyRequest): Promise<Reader> {
  const secret = request.cookies?.[SESSION_COOKIE] ?? '';
  const session = await findSession(context.door.db, secret, context.web.sessionLife).catch(
    () => undefined,
  );
  const language = languageOf(request, session?.user.language);
  const viewer = session
    ? await viewerOf(context, session, language, secret).catch(() => undefined)
    : undefined;
  return { context, language, viewer };
}
