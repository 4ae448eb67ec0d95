import { hashPassword } from '../../accounts/passwords.js';
import { findProvider } from '../../db/queries/identity-providers.js';
import { findLink, type OneTimeLink, takeLink } from '../../db/queries/one-time-links.js';
import { savePassword } from '../../db/queries/passwords.js';
import { removeSecondFactors } from '../../db/queries/second-factors.js';
import { revokeSessionsOf } from '../../db/queries/sessions.js';
import { findUser, listMemberships, type User } from '../../db/queries/users.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { type Guest, type GuestAnswer, GuestForm } from '../frame/guest-routes.js';
import { Narrow } from '../frame/narrow.js';
import { goOn } from './go-on.js';
import { faultsOfNew, NewPassword } from './new-password.js';

const WORDS = {
  es: {
    invitation: 'Elija su contraseña',
    recovery: 'Elija una contraseña nueva',
    for: 'Cuenta: {email}',
    save: 'Guardar y entrar',
    again: 'Después deberá preparar de nuevo su segundo factor. Las sesiones abiertas se cierran.',
    elsewhere: 'Entrar con la cuenta de mi institución',
    gone: 'Esta dirección ya no sirve',
    why: 'Se usó, pasaron 24 horas o hay una más nueva.',
    used: 'Si ya eligió su contraseña con esta dirección, entre con ella. Si no, pida a quien supervisa en su institución que le envíe otra.',
    enter: 'Entrar',
    lost: 'No puedo entrar',
  },
  en: {
    invitation: 'Choose your password',
    recovery: 'Choose a new password',
    for: 'Account: {email}',
    save: 'Save and sign in',
    again: 'Afterwards you must set up your second factor again. Open sessions are closed.',
    elsewhere: 'Sign in with my institution’s account',
    gone: 'This address no longer works',
    why: 'It was used, 24 hours have passed or there is a newer one.',
    used: 'If you have chosen your password with this address, sign in with it. If not, ask your institution’s supervisor to send another.',
    enter: 'Sign in',
    lost: 'I cannot sign in',
  },
} as const;

/** `GET /invitacion/:secreto`: shows and uses nothing up, since mail programs open addresses by themselves. */
export async function showLink(guest: Guest): Promise<GuestAnswer> {
  const found = await personOf(guest);
  return found ? linkPage(guest, found.link, found.user, []) : gone(guest);
}

/** `POST /invitacion/:secreto`: keeps the password; the link is used up. */
export async function acceptLink(guest: Guest): Promise<GuestAnswer> {
  await guest.countAttempt();
  const found = await personOf(guest);
  if (!found) return gone(guest);
  const { link, user } = found;
  const { db } = guest.context.door;
  const faults = faultsOfNew(guest.form, [user.displayName, user.email], guest.language);
  if (faults.length > 0) return linkPage(guest, link, user, faults);
  const hash = await hashPassword(guest.form.get('nueva') ?? '');
  if (!(await takeLink(db, link.id))) return gone(guest);
  // Whoever had the account before is out, whichever way the link was earned.
  await revokeSessionsOf(db, user.id);
  if (link.kind === 'recovery') await removeSecondFactors(db, user.id);
  await savePassword(db, user.id, hash);
  return goOn(guest, { userId: user.id, factors: ['password'] }, '/');
}

async function personOf(guest: Guest): Promise<{ link: OneTimeLink; user: User } | undefined> {
  const { db } = guest.context.door;
  const link = await findLink(db, guest.params.secreto ?? '');
  const user = link && (await findUser(db, link.userId));
  return link && user ? { link, user } : undefined;
}

async function linkPage(
  guest: Guest,
  link: OneTimeLink,
  user: User,
  faults: readonly Fault[],
): Promise<GuestAnswer> {
  const { context, language, params } = guest;
  const words = WORDS[language];
  const title = words[link.kind];
  const institutions = (await listMemberships(context.door.db, user.id)).map(
    (one) => one.institution,
  );
  const found = await Promise.all(
    [...new Set(institutions)].map((id) => findProvider(context.door.db, id)),
  );
  const provider = link.kind === 'invitation' ? found.find((one) => one !== undefined) : undefined;
  const content = (
    <Narrow>
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words.for.replace('{email}', user.email)}</p>
      {link.kind === 'recovery' && <p class="govuk-body">{words.again}</p>}
      <GuestForm guest={guest}>
        <NewPassword faults={faults} language={language} email={user.email} />
        <Button>{words.save}</Button>
      </GuestForm>
      {provider && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/entrar/institucion/${encodeURIComponent(provider.institution)}?invitacion=${params.secreto}`}
          >
            {words.elsewhere}
          </a>
        </p>
      )}
    </Narrow>
  );
  return { title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function gone(guest: Guest): GuestAnswer {
  const words = WORDS[guest.language];
  const content = (
    <Narrow>
      <h1 class="govuk-heading-l">{words.gone}</h1>
      <p class="govuk-body">{words.why}</p>
      <p class="govuk-body">{words.used}</p>
      <Button href="/entrar">{words.enter}</Button>
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar/recuperar">
          {words.lost}
        </a>
      </p>
    </Narrow>
  );
  return { title: words.gone, content, status: 410 };
}
