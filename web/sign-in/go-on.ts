import { beginSession, outstandingFor, type Proven } from '../../accounts/sign-in.js';
import { openPendingSignIn } from '../../db/queries/pending-sign-ins.js';
import { deviceOf } from '../frame/device.js';
import type { Guest, GuestRedirected } from '../frame/guest-routes.js';
import { homeOf } from '../frame/navigation.js';
import { withBack } from '../frame/own-address.js';

/** Leads on after something was proved: to what the sign-in still needs, or with a session to the page asked for. */
export async function goOn(guest: Guest, proven: Proven, back: string): Promise<GuestRedirected> {
  const { context, request } = guest;
  const { db } = context.door;
  const outstanding = await outstandingFor(db, proven, context.web);
  if (outstanding === 'second-factor' || outstanding === 'set-up') {
    const { userId, factors, only } = proven;
    const state = only === undefined ? {} : { only };
    const entry = await openPendingSignIn(db, { userId, factors, back, state });
    return { to: '/entrar/segundo', entry };
  }
  const life = context.web.sessionLife;
  const device = deviceOf(request.headers['user-agent']);
  const begun = await beginSession(db, proven, { life, device });
  if (!begun) return { to: withBack('/entrar', back) };
  return { to: back === '/' ? homeOf(begun.role) : back, session: begun.secret };
}
