import { randomUUID } from 'node:crypto';
import { ProblemError } from '../../api/errors.js';
import type { Visit } from '../frame/visit.js';

const NAME = 'clave';

/** The key of one wish, made when its page was shown: the page sent twice does one thing. A page that comes back keeps it. */
export function OneTimeKey({ visit }: { visit: Visit }) {
  return <input type="hidden" name={NAME} value={visit.form.get(NAME) ?? randomUUID()} />;
}

/** The key a form carries. Throws `form-stale` for a form that no page of ours made. */
export function keyIn({ form }: Visit): string {
  const key = form.get(NAME) ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new ProblemError('form-stale');
  return key;
}
