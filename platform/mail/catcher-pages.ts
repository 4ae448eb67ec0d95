import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MailCatcher } from './catcher.js';
import { framePolicy, type PageContext, pagePolicy } from './catcher-layout.js';
import { catcherListPage, pageSize } from './catcher-list-page.js';
import { catcherMailPage, catcherMissingPage } from './catcher-mail-page.js';

export interface MailCatcherPagesOptions {
  /** Path the pages hang under, such as `/correo`. */
  prefix: string;
  /** IANA zone in which times are shown; default UTC. */
  timeZone?: string;
}

type Query = Partial<Record<'lang' | 'to' | 'page', string | string[]>>;

/**
 * Adds the pages that show caught mail: `GET prefix`, `prefix/:id` and `prefix/:id/html`. They ask
 * for no sign-in, so they belong in demos only: never register them beside a real mail server.
 */
export async function registerMailCatcherPages(
  app: FastifyInstance,
  catcher: Pick<MailCatcher, 'list' | 'find'>,
  { prefix, timeZone = 'UTC' }: MailCatcherPagesOptions,
): Promise<void> {
  const contextOf = (request: FastifyRequest<{ Querystring: Query }>): PageContext => {
    const here = new URL(request.url, 'http://localhost');
    here.searchParams.delete('lang');
    const language = first(request.query.lang) === 'en' ? 'en' : 'es';
    return { prefix, timeZone, language, here: here.pathname + here.search };
  };
  const send = (reply: FastifyReply, policy: string, html: string) =>
    reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html);

  await app.register(
    async (pages) => {
      pages.get<{ Querystring: Query }>('/', (request, reply) => {
        const to = first(request.query.to).slice(0, 254).trim();
        const asked = Math.floor(Number(first(request.query.page))) || 1;
        const { total } = catcher.list({ to, limit: 0 });
        const page = Math.min(Math.max(asked, 1), Math.max(1, Math.ceil(total / pageSize)));
        const found = catcher.list({ to, limit: pageSize, offset: (page - 1) * pageSize });
        return send(reply, pagePolicy, catcherListPage(contextOf(request), found, to, page));
      });

      pages.get<{ Params: { id: string }; Querystring: Query }>('/:id', async (request, reply) => {
        const mail = await catcher.find(request.params.id);
        const context = contextOf(request);
        if (!mail) return send(reply.code(404), pagePolicy, catcherMissingPage(context));
        return send(reply, pagePolicy, catcherMailPage(context, mail));
      });

      pages.get<{ Params: { id: string }; Querystring: Query }>(
        '/:id/html',
        async (request, reply) => {
          const mail = await catcher.find(request.params.id);
          if (!mail)
            return send(reply.code(404), pagePolicy, catcherMissingPage(contextOf(request)));
          return send(reply, framePolicy, mail.html);
        },
      );
    },
    { prefix },
  );
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
