import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { Download, Json } from './data.js';
import { Layout, type LayoutProps } from './layout.js';

/** Nothing from elsewhere is loaded or run, nothing inline; forms go to this server only. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers with a page that no cache keeps, no search engine lists and no other site frames. */
export function sendPage(reply: FastifyReply, status: number, page: LayoutProps): FastifyReply {
  return (
    reply
      .code(status)
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-store')
      // Our own pages only: after a session ended, the form's page is where the sign-in leads back to.
      .header('referrer-policy', 'same-origin')
      .header('x-robots-tag', 'noindex, nofollow')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('content-language', page.language)
      .type('text/html; charset=utf-8')
      .send(`<!doctype html>${renderToString(<Layout {...page} />)}`)
  );
}

/** Answers a script of the page. */
export function sendJson(reply: FastifyReply, { json, status = 200 }: Json): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(json));
}

/** Answers with a file to keep; were a browser to show it all the same, nothing in it runs or loads. */
export function sendDownload(reply: FastifyReply, { file, type, name }: Download): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(file);
}
