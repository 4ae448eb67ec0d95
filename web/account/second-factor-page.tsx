import { mustKeepSecond } from '../../accounts/sign-in.js';
import {
  findTotp,
  listPasskeys,
  type RemovedFactor,
  removeFactor,
} from '../../db/queries/second-factors.js';
import { replaceSession, revokeSessionsOf } from '../../db/queries/sessions.js';
import { BackLink } from '../components/back-link.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { setUp, setUpForms } from '../sign-in/second-factor/set-up.js';
import { OwnFactors } from './own-factors.js';

const WORDS = {
  es: {
    heading: 'Segundo factor',
    last: 'Su función exige un segundo factor y este es el único. Agregue otro antes de quitarlo',
    why: 'Con él nadie entra en su cuenta solo con la contraseña. Códigos nuevos sustituyen a los anteriores; llaves de acceso puede tener varias.',
  },
  en: {
    heading: 'Second factor',
    last: 'Your role needs a second factor and this is the only one. Add another before you remove it',
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

/**
 * `POST /cuenta/segundo/quitar`: takes a factor away and ends the person's other sessions, for one of them may be why. The
 * last one stays where a role needs it.
 */
export async function removeSecondFactor(visit: Visit): Promise<Answer> {
  const { context, session, form, language } = visit;
  const { db } = context.door;
  const given = form.get('factor') ?? '';
  const which: RemovedFactor =
    given === 'codigos' ? { kind: 'totp' } : { kind: 'passkey', id: given.slice(0, 2000) };
  const keepOne = await mustKeepSecond(db, session.user.id, context.web);
  const done = await removeFactor(db, session.user.id, which, { keepOne });
  if (done === 'last') return page(visit, [{ text: WORDS[language].last }]);
  if (done === 'removed') await revokeSessionsOf(db, session.user.id, session.id);
  return { to: '/cuenta/segundo' };
}

async function page(visit: Visit, faults: readonly Fault[]): Promise<Answer> {
  const { context, session, language } = visit;
  const words = WORDS[language];
  const hidden = <FormKey visit={visit} />;
  const action = '/cuenta/segundo';
  const { db } = context.door;
  const own = {
    hasCodes: (await findTotp(db, session.user.id)) !== undefined,
    passkeys: await listPasskeys(db, session.user.id),
  };
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.why}</p>
      <OwnFactors visit={visit} {...own} />
      {await setUpForms(context, session.user, { language, faults, hidden, action })}
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
