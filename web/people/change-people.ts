import { linkMail } from '../../accounts/account-mails.js';
import { invite, rolesToGive } from '../../accounts/invite.js';
import { ProblemError } from '../../api/errors.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { makeLink } from '../../db/queries/one-time-links.js';
import { type Colleague, endPerson, findColleague, renewPerson } from '../../db/queries/people.js';
import { decideRecovery } from '../../db/queries/recoveries.js';
import { findUserByEmail } from '../../db/queries/users.js';
import type { Fault } from '../components/error-summary.js';
import type { Answer, Redirected, Visit } from '../frame/visit.js';
import { institutionOf, peopleAddress } from './institution-of.js';
import { peoplePage } from './people-page.js';
import { WORDS } from './words.js';

type Done = keyof (typeof WORDS)['es']['done'];

/** `POST /institucion/personas`: adds a person or gives a role; a mail tells them. */
export async function addPerson(visit: Visit): Promise<Answer> {
  const { context, session, form, language } = visit;
  const institution = await institutionOf(visit);
  const words = WORDS[language];
  const displayName = (form.get('nombre') ?? '').trim();
  const email = (form.get('correo') ?? '').trim();
  const role = rolesToGive(session.role).find((one) => one === form.get('funcion'));
  const faults: Fault[] = [];
  if (displayName === '') faults.push({ text: words.noName, field: 'nombre' });
  if (displayName.length > 100) faults.push({ text: words.tooLong, field: 'nombre' });
  if (email === '') faults.push({ text: words.noEmail, field: 'correo' });
  else if (!isAddress(email)) faults.push({ text: words.badEmail, field: 'correo' });
  if (!role) faults.push({ text: words.noRole, field: 'funcion' });
  // Neither a role nor more time: who looks after people would otherwise open to themselves what they are to keep apart from.
  const known = faults.length > 0 ? undefined : await findUserByEmail(context.door.db, email);
  if (known?.id === session.user.id) faults.push({ text: words.ownRole, field: 'correo' });
  if (faults.length > 0 || !role) return peoplePage(visit, faults);
  const of = { displayName, email, institution, role: role as AccessRole, by: session.user.id };
  const chosen = form.get('idioma') === 'en' ? 'en' : 'es';
  const { db, vault } = context.door;
  await invite(db, { ...of, language: chosen, vault });
  return done(visit, institution, 'agregada');
}

/** `POST …/reenviar`: a new link for somebody who has not signed in yet; the earlier one ends. */
export async function resendInvitation(visit: Visit): Promise<Answer> {
  const { context, session } = visit;
  const institution = await institutionOf(visit);
  const { id: userId, hasEntered } = await getColleague(visit, institution);
  const { db, vault } = context.door;
  if (hasEntered) return done(visit, institution, 'tarde');
  const mail = linkMail(vault, 'invitation', { userId, institution });
  await makeLink(db, { userId, kind: 'invitation', madeBy: session.user.id, mail });
  return done(visit, institution, 'agregada');
}

/** `POST …/renovar`: the institution says that the person still works there. */
export async function renew(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const { id } = await getColleague(visit, institution);
  const isRenewed = await renewPerson(visit.context.door.db, id, institution);
  return done(visit, institution, isRenewed ? 'renovada' : 'tarde');
}

/** `POST …/terminar`: roles, sessions and links of the person at the institution end at once. */
export async function end(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const { id } = await getColleague(visit, institution);
  const isEnded = await endPerson(visit.context.door.db, id, institution);
  return done(visit, institution, isEnded ? 'terminada' : 'tarde');
}

/** `POST …/aprobar` and `…/rechazar`: the second officer's word on somebody's way back. */
export function decide(decision: 'approved' | 'refused') {
  return async (visit: Visit): Promise<Answer> => {
    const { context, session, form } = visit;
    const institution = await institutionOf(visit);
    const { db, vault } = context.door;
    const of = { id: form.get('de') ?? '', by: session.user.id, institution, decision };
    const userId = await decideRecovery(db, of);
    if (!userId) return done(visit, institution, 'tarde');
    if (decision === 'refused') return done(visit, institution, 'rechazada');
    const mail = linkMail(vault, 'recovery', { userId, institution });
    await makeLink(db, { userId, kind: 'recovery', madeBy: session.user.id, mail });
    return done(visit, institution, 'aprobada');
  };
}

/** The colleague a form or a page is about; throws `not-allowed` for oneself and for people of elsewhere. */
export async function getColleague(
  { context, session, form, query }: Visit,
  institution: string,
): Promise<Colleague> {
  const id = form.get('de') ?? query.get('de') ?? '';
  const found = await findColleague(context.door.db, institution, id);
  if (!found || id === session.user.id) throw new ProblemError('not-allowed');
  return found;
}

/** Back to the list, which says what was done. */
export function done(visit: Visit, institution: string, hecho: Done): Redirected {
  return { to: peopleAddress(visit, institution, { hecho }) };
}

function isAddress(email: string): boolean {
  return (
    email.length <= 254 &&
    /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+\.[^\s<>()[\]\\,;:"@]+$/.test(email)
  );
}
