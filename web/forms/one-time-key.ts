import { randomBytes } from 'node:crypto';
import { ProblemError } from '../../api/errors.js';
import { CONTROLS } from './names.js';

/** A key for one act, made when its form is shown: sending the form twice enters the act once. */
export function freshKey(): string {
  return `web-${randomBytes(18).toString('base64url')}`;
}

/** The key a form carried. Throws `form-stale` for a form without one of ours. */
export function getKey(form: URLSearchParams): string {
  const key = form.get(CONTROLS.key) ?? '';
  if (/^web-[A-Za-z0-9_-]{24}$/.test(key)) return key;
  throw new ProblemError('form-stale');
}
