import { outstandingFor } from '../../accounts/sign-in.js';
import { ProblemError } from '../../api/errors.js';
import { replaceSession, revokeSession } from '../../db/queries/sessions.js';
import { listMemberships, setUserLanguage } from '../../db/queries/users.js';
import { homeOf } from '../frame/navigation.js';
import type { Answer, Visit } from '../frame/visit.js';

/** `POST /cuenta/funcion`: goes on in another role of the same person, under a new secret. */
export async function switchRole({ context, session, form }: Visit): Promise<Answer> {
  const { db } = context.door;
  const roles = await listMemberships(db, session.user.id);
  // An institution's own sign-in opens the roles of that institution only.
  const isTheirs = session.factors.includes('oidc');
  const wanted = roles.find(
    ({ institution, role }) =>
      institution === form.get('institucion') &&
      role === form.get('funcion') &&
      (!isTheirs || institution === session.institution),
  );
  if (!wanted) throw new ProblemError('not-allowed');
  const { user, factors } = session;
  // A role given while the person was signed in may ask for a second factor that this session has not seen.
  if ((await outstandingFor(db, { userId: user.id, factors }, context.web)) !== 'nothing') {
    await revokeSession(db, session.id);
    return { to: '/entrar', session: 'ended' };
  }
  const secret = await replaceSession(db, session, wanted);
  return secret ? { to: homeOf(wanted.role), session: secret } : { to: '/entrar' };
}

/** `POST /cuenta/idioma`: the language of the account, for mails and for every machine. */
export async function changeLanguage({ context, session, form }: Visit): Promise<Answer> {
  const language = form.get('idioma') === 'en' ? 'en' : 'es';
  await setUserLanguage(context.door.db, session.user.id, language);
  return { to: `/idioma/${language}?a=/cuenta` };
}
