import { replaceSession } from '../../db/queries/sessions.js';
import { BackLink } from '../components/back-link.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { setUp, setUpForms } from '../sign-in/second-factor/set-up.js';

const WORDS = {
  es: {
    heading: 'Segundo factor',
    why: 'Con él nadie entra en su cuenta solo con la contraseña. Códigos nuevos sustituyen a los anteriores; llaves de acceso puede tener varias.',
  },
  en: {
    heading: 'Second factor',
    why: 'With it nobody enters your account with the password alone. New codes replace the earlier ones; you can have several passkeys.',
  },
} as const;

/** `GET /cuenta/segundo`. */
export function showSecondFactor(visit: Visit): Promise<Answer> {
  return page(visit, []);
}

/** `POST /cuenta/segundo/codigos` and `…/llave-nueva`. */
export function addSecondFactor(kind: 'totp' | 'passkey') {
  return async (visit: Visit): Promise<Answer> => {
    const { context, session, form, language } = visit;
    const faults = await setUp(context, session.user.id, form, kind, language);
    if (faults.length > 0) return page(visit, faults);
    const secret = await replaceSession(context.door.db, session, { proved: [kind] });
    return secret ? { to: '/cuenta', session: secret } : { to: '/entrar' };
  };
}

async function page(visit: Visit, faults: readonly Fault[]): Promise<Answer> {
  const { context, session, language } = visit;
  const words = WORDS[language];
  const hidden = <FormKey visit={visit} />;
  const action = '/cuenta/segundo';
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.why}</p>
      {await setUpForms(context, session.user, { language, faults, hidden, action })}
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
