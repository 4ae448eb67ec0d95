import type { FastifyReply } from 'fastify';

/** Bound to this host and to secure transport; browsers take the machine itself for secure. */
export const SESSION_COOKIE = '__Host-retorno';
/** Language of somebody who is not signed in. */
export const LANGUAGE_COOKIE = 'retorno-idioma';

const COMMON = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Gives the browser its session; gone when the browser closes. */
export function giveSession(reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, COMMON);
}

/** Takes the session away and, with `Clear-Site-Data`, whatever pages kept on the machine. */
export function takeSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, COMMON);
  reply.header('clear-site-data', '"cache", "storage"');
}

export function giveLanguage(reply: FastifyReply, language: 'es' | 'en'): void {
  reply.setCookie(LANGUAGE_COOKIE, language, { ...COMMON, maxAge: 365 * 24 * 3600 });
}
