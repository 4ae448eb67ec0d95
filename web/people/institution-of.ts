import { institutionFor } from '../../api/auth/institution-for.js';
import { withQuery } from '../cases/addresses.js';
import type { Visit } from '../frame/visit.js';

/** The institution that is looked after: one's own; administrators may name another. Throws `not-allowed`. */
export function institutionOf({ context, access, query }: Visit): Promise<string> {
  return institutionFor(context, access, query.get('institucion') ?? undefined);
}

/** The address of a page for an institution: another one than the own is named in it. */
export function addressFor(
  visit: Visit,
  institution: string,
  page: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const own = institution === visit.session.institution;
  return withQuery(page, { ...(own ? {} : { institucion: institution }), ...query });
}

/** Address of the page of people for an institution, or of what is below it, of the search and the page of the list somebody is on. */
export function peopleAddress(
  visit: Visit,
  institution: string,
  { below = '', ...query }: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const page = pageOf(visit);
  const pagina = page > 1 ? page : undefined;
  const buscar = soughtIn(visit) || undefined;
  const place = { buscar, pagina, ...query };
  return addressFor(visit, institution, `/institucion/personas${below}`, place);
}

/** What part of the names or addresses the list is narrowed to; empty for all. */
export function soughtIn({ query }: Visit): string {
  return (query.get('buscar') ?? '').trim().slice(0, 100);
}

/** The page of the list the address asks for, from 1. */
export function pageOf({ query }: Visit): number {
  const page = Number(query.get('pagina'));
  return Number.isInteger(page) && page > 1 && page <= 10_000 ? page : 1;
}
