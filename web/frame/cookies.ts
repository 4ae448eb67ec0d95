import type { FastifyReply } from 'fastify';

/** Bound to this host and to secure transport; browsers take the machine itself for secure. */
export const SESSION_COOKIE = '__Host-retorno';
/** A sign-in under way; also what binds its forms to the browser they were shown in. */
export const ENTRY_COOKIE = '__Host-retorno-entrada';
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

/** Gives the browser the secret of a sign-in under way. */
export function giveEntry(reply: FastifyReply, secret: string): void {
  reply.setCookie(ENTRY_COOKIE, secret, { ...COMMON, maxAge: 3600 });
}

export function takeEntry(reply: FastifyReply): void {
  reply.clearCookie(ENTRY_COOKIE, COMMON);
}
