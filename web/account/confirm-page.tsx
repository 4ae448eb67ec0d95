import { proveAgain } from '../../accounts/sign-in.js';
import { findPasswordOf } from '../../db/queries/passwords.js';
import { replaceSession } from '../../db/queries/sessions.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { PasswordField } from '../components/password-field.js';
import { Narrow } from '../frame/narrow.js';
import { ownAddress } from '../frame/own-address.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';

const WORDS = {
  es: {
    heading: 'Confirme que es usted',
    why: 'Lo que sigue cambia quién puede entrar o no se puede deshacer. Por eso se pide otra vez la contraseña.',
    elsewhere: 'Entra con la cuenta de su institución. Salga y entre de nuevo para continuar.',
    password: 'Contraseña',
    go: 'Continuar',
    none: 'Escriba su contraseña',
    wrong: 'Esa no es su contraseña',
    wait: 'Hubo varios intentos. Espere {seconds} segundos y escriba de nuevo la contraseña',
  },
  en: {
    heading: 'Confirm that it is you',
    why: 'What follows changes who can sign in or cannot be undone. That is why the password is asked again.',
    elsewhere: 'You sign in with your institution’s account. Sign out and in again to continue.',
    password: 'Password',
    go: 'Continue',
    none: 'Enter your password',
    wrong: 'That is not your password',
    wait: 'There were several attempts. Wait {seconds} seconds and enter the password again',
  },
} as const;

/** `GET /cuenta/confirmar?a=…`: asks for a new proof of who it is. */
export function showConfirm(visit: Visit): Promise<Answer> {
  return confirmPage(visit, []);
}

/** `POST /cuenta/confirmar?a=…`: with the right password goes on under a new secret. */
export async function confirm(visit: Visit): Promise<Answer> {
  const { context, session, language, form, query } = visit;
  const words = WORDS[language];
  const password = form.get('clave') ?? '';
  const fault = (text: string) => confirmPage(visit, [{ text, field: 'clave' }]);
  if (password === '') return fault(words.none);
  const proof = await proveAgain(context.door.db, session.user, password);
  if (proof !== true) {
    return fault(proof === false ? words.wrong : words.wait.replace('{seconds}', String(proof)));
  }
  const secret = await replaceSession(context.door.db, session, { proved: ['password'] });
  const back = ownAddress(query.get('a'));
  return secret ? { to: back, session: secret } : { to: '/entrar' };
}

async function confirmPage(visit: Visit, faults: readonly Fault[]): Promise<Answer> {
  const { context, session, language } = visit;
  const words = WORDS[language];
  const has = await findPasswordOf(context.door.db, session.user.id);
  const content = (
    <Narrow>
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{has ? words.why : words.elsewhere}</p>
      {has && (
        <form method="post" noValidate>
          <FormKey visit={visit} />
          <PasswordField id="clave" label={words.password} error={faultOf(faults, 'clave')} />
          <Button>{words.go}</Button>
        </form>
      )}
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
