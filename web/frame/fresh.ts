import type { Handler, Visit } from './visit.js';

/** How long a proof of who somebody is counts as recent; OWASP ASVS 5.0 7.5.3 asks for a new one before sensitive acts. */
export const FRESH_FOR = 10 * 60_000;

/** Whether the person proved who they are a short while ago, not only at the beginning of the day. */
export function isFresh({ session, context }: Visit): boolean {
  return context.door.clock.now() - session.authenticatedAt.getTime() <= FRESH_FOR;
}

/**
 * A page or act that needs a recent proof: without one it leads to `/cuenta/confirmar` and from there back. What a form
 * would have done is not done; `page` is where the form stands, if not at the address it is sent to.
 */
export function requireFresh(handler: Handler, page?: (visit: Visit) => string): Handler {
  return (visit) => {
    if (isFresh(visit)) return handler(visit);
    const back = page ? page(visit) : visit.url;
    return { to: `/cuenta/confirmar?a=${encodeURIComponent(back)}` };
  };
}
