import { revokeSession } from '../../db/queries/sessions.js';
import type { Redirected, Visit } from '../frame/visit.js';

/** `POST /salir`: ends this session at once and has the browser forget what pages kept. */
export async function signOut({ context, session }: Visit): Promise<Redirected> {
  await revokeSession(context.door.db, session.id);
  return { to: '/entrar', session: 'ended' };
}
