import { ProblemError } from '../../api/errors.js';
import type { Visit } from '../frame/visit.js';

/** The institution whose people are looked after: one's own; administrators may name another. Throws `not-allowed`. */
export async function institutionOf(visit: Visit): Promise<string> {
  const { session, query, context } = visit;
  const asked = query.get('institucion') ?? session.institution;
  if (asked === session.institution) return asked;
  const { directory } = context.door;
  if (session.role !== 'admin') throw new ProblemError('not-allowed');
  if (!directory.find(asked)) await directory.reload();
  if (!directory.find(asked)) throw new ProblemError('not-allowed');
  return asked;
}

/** Address of the page for an institution. */
export function peopleAddress(visit: Visit, institution: string): string {
  const own = institution === visit.session.institution;
  return own ? '/institucion/personas' : `/institucion/personas?institucion=${institution}`;
}
