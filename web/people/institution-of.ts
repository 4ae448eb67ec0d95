import { institutionFor } from '../../api/auth/institution-for.js';
import type { Visit } from '../frame/visit.js';

/** The institution that is looked after: one's own; administrators may name another. Throws `not-allowed`. */
export function institutionOf({ context, access, query }: Visit): Promise<string> {
  return institutionFor(context, access, query.get('institucion') ?? undefined);
}

/** The address of a page for an institution: another one than the own is named in it. */
export function addressFor(visit: Visit, institution: string, page: string): string {
  const own = institution === visit.session.institution;
  return own ? page : `${page}?institucion=${institution}`;
}

/** Address of the page of people for an institution. */
export function peopleAddress(visit: Visit, institution: string): string {
  return addressFor(visit, institution, '/institucion/personas');
}
