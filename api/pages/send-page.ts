import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../language.js';
import { PAGE_POLICY } from './layout.js';

/** Spanish unless the address asks for English. */
export function pageLanguage(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return lang === 'en' ? 'en' : 'es';
}

/** Answers with a page that no cache keeps, no search engine lists and no other site frames. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  page: string,
  language: Language,
): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .send(page);
}
