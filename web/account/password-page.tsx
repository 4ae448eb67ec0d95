import { hashPassword } from '../../accounts/passwords.js';
import { savePassword } from '../../db/queries/passwords.js';
import { replaceSession, revokeSessionsOf } from '../../db/queries/sessions.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { faultsOfNew, NewPassword } from '../sign-in/new-password.js';

const WORDS = {
  es: {
    heading: 'Cambiar la contraseña',
    hint: 'Las demás sesiones abiertas se cierran.',
    save: 'Guardar la contraseña',
  },
  en: {
    heading: 'Change your password',
    hint: 'The other open sessions are closed.',
    save: 'Save the password',
  },
} as const;

/** `GET /cuenta/clave`. */
export function showPassword(visit: Visit): Answer {
  return passwordPage(visit, []);
}

/** `POST /cuenta/clave`: keeps the new password and ends every other session. */
export async function changePassword(visit: Visit): Promise<Answer> {
  const { context, session, form, language } = visit;
  const { db } = context.door;
  const { user } = session;
  const faults = faultsOfNew(form, [user.displayName, user.email], language);
  if (faults.length > 0) return passwordPage(visit, faults);
  await savePassword(db, user.id, await hashPassword(form.get('nueva') ?? ''));
  await revokeSessionsOf(db, user.id, session.id);
  const secret = await replaceSession(db, session, {});
  return secret ? { to: '/cuenta', session: secret } : { to: '/entrar' };
}

function passwordPage(visit: Visit, faults: readonly Fault[]): Answer {
  const words = WORDS[visit.language];
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.hint}</p>
      <form method="post" noValidate>
        <FormKey visit={visit} />
        <NewPassword faults={faults} language={visit.language} email={visit.session.user.email} />
        <Button>{words.save}</Button>
      </form>
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
