import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import type { Access } from './access.js';

/** The institution that is spoken of: the own one; administrators may name another. Throws `not-allowed`. */
export async function institutionFor(
  { door: { directory } }: ApiContext,
  access: Access,
  asked: string | undefined,
): Promise<string> {
  if (asked === undefined || asked === access.institution) return access.institution;
  if (access.role !== 'admin') throw new ProblemError('not-allowed');
  if (!directory.find(asked)) await directory.reload();
  if (!directory.find(asked)) throw new ProblemError('not-allowed');
  return asked;
}
