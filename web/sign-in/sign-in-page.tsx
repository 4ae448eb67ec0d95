import { provePassword } from '../../accounts/sign-in.js';
import { listProviders } from '../../db/queries/identity-providers.js';
import { findSession } from '../../db/queries/sessions.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { PasswordField } from '../components/password-field.js';
import { SESSION_COOKIE } from '../frame/cookies.js';
import { type Guest, type GuestAnswer, GuestForm } from '../frame/guest-routes.js';
import { homeOf } from '../frame/navigation.js';
import { ownAddress, withBack } from '../frame/own-address.js';
import type { Shown } from '../frame/visit.js';
import { goOn } from './go-on.js';

const WORDS = {
  es: {
    heading: 'Entrar',
    email: 'Correo electrónico',
    password: 'Contraseña',
    enter: 'Entrar',
    lost: 'No puedo entrar',
    institution: 'Entrar con la cuenta de mi institución',
    noEmail: 'Escriba su correo electrónico',
    noPassword: 'Escriba su contraseña',
    wrong: 'El correo y la contraseña no corresponden a ninguna cuenta activa',
    wait: 'Hubo varios intentos con este correo. Espere {seconds} segundos y escriba de nuevo la contraseña',
    demo: 'Esta es una demostración con personas e instituciones inventadas. La terminal donde se inició muestra las cuentas y su contraseña.',
    mail: 'Ver el correo de demostración',
  },
  en: {
    heading: 'Sign in',
    email: 'Email address',
    password: 'Password',
    enter: 'Sign in',
    lost: 'I cannot sign in',
    institution: 'Sign in with my institution’s account',
    noEmail: 'Enter your email address',
    noPassword: 'Enter your password',
    wrong: 'The email address and password do not belong to any active account',
    wait: 'There were several attempts with this address. Wait {seconds} seconds and enter the password again',
    demo: 'This is a demo with invented people and institutions. The terminal in which it was started shows the accounts and their password.',
    mail: 'See the demo mail',
  },
} as const;

/** `GET /entrar?a=…`: asks who it is; whoever is signed in goes on at once. */
export async function showSignIn(guest: Guest): Promise<GuestAnswer> {
  const { context, request, query } = guest;
  const secret = request.cookies[SESSION_COOKIE] ?? '';
  const session = await findSession(context.door.db, secret, context.web.sessionLife);
  const back = ownAddress(query.get('a'));
  if (session) return { to: back === '/' ? homeOf(session.role) : back };
  return signInPage(guest, []);
}

/** `POST /entrar?a=…`: address and password. */
export async function signIn(guest: Guest): Promise<GuestAnswer> {
  const words = WORDS[guest.language];
  const email = (guest.form.get('correo') ?? '').trim();
  const password = guest.form.get('clave') ?? '';
  const faults: Fault[] = [
    ...(email === '' ? [{ text: words.noEmail, field: 'correo' }] : []),
    ...(password === '' ? [{ text: words.noPassword, field: 'clave' }] : []),
  ];
  if (faults.length > 0) return signInPage(guest, faults);
  await guest.countAttempt();
  const proof = await provePassword(guest.context.door.db, email, password);
  if ('userId' in proof) {
    const proven = { userId: proof.userId, factors: ['password'] as const };
    return goOn(guest, proven, ownAddress(guest.query.get('a')));
  }
  if ('wrong' in proof) return signInPage(guest, [{ text: words.wrong, field: 'correo' }]);
  const text = words.wait.replace('{seconds}', String(proof.wait));
  return signInPage(guest, [{ text, field: 'clave' }]);
}

async function signInPage(guest: Guest, faults: readonly Fault[]): Promise<Shown> {
  const { context, language, form, query } = guest;
  const words = WORDS[language];
  const back = ownAddress(query.get('a'));
  const hasProviders = (await listProviders(context.door.db)).length > 0;
  const content = (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">{words.heading}</h1>
        {context.web.demo && <p class="govuk-inset-text">{words.demo}</p>}
        <GuestForm guest={guest}>
          <Field
            id="correo"
            label={words.email}
            type="email"
            autoComplete="username"
            spellCheck={false}
            value={form.get('correo') ?? ''}
            error={faultOf(faults, 'correo')}
          />
          <PasswordField id="clave" label={words.password} error={faultOf(faults, 'clave')} />
          <Button>{words.enter}</Button>
        </GuestForm>
        <ul class="govuk-list">
          {hasProviders && (
            <li>
              <a class="govuk-link" href={withBack('/entrar/institucion', back)}>
                {words.institution}
              </a>
            </li>
          )}
          <li>
            <a class="govuk-link" href="/entrar/recuperar">
              {words.lost}
            </a>
          </li>
          {context.web.testMail && (
            <li>
              <a class="govuk-link" href="/correo">
                {words.mail}
              </a>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
