import type { FastifyRequest } from 'fastify';
import { type Language, preferredLanguage } from '../../api/language.js';
import { LANGUAGE_COOKIE } from './cookies.js';

/** The language of a page: what was chosen on this machine, else the account's, else what the browser prefers. */
export function languageOf(request: FastifyRequest, account?: Language): Language {
  const chosen = request.cookies[LANGUAGE_COOKIE];
  if (chosen === 'es' || chosen === 'en') return chosen;
  return account ?? preferredLanguage(request.headers['accept-language']);
}
