import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Name of the hidden field every form carries. */
export const FORM_KEY = 'llave';

/** Header in which a script sends it where there is no form. */
export const FORM_KEY_HEADER = 'x-llave';

/** A value only a page of this session can know: another site can make a browser send a form, but not with it. */
export function formKeyOf(secret: string): string {
  return createHash('sha256').update(`form\0${secret}`).digest('base64url');
}

/** Whether a form was sent by a page of ours to whoever holds this secret, of a session or of a sign-in under way. */
export function isOurs(request: FastifyRequest, form: URLSearchParams, secret: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const given = Buffer.from(form.get(FORM_KEY) ?? '');
  const wanted = Buffer.from(formKeyOf(secret));
  return secret !== '' && given.length === wanted.length && timingSafeEqual(given, wanted);
}
