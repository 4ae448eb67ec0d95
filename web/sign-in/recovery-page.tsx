import { askRecovery } from '../../db/queries/recoveries.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { type Guest, type GuestAnswer, GuestForm } from '../frame/guest-routes.js';
import { Narrow } from '../frame/narrow.js';

const WORDS = {
  es: {
    heading: 'No puedo entrar',
    how: 'Si perdió su contraseña o su segundo factor, otra persona de su institución que supervisa confirma que es usted. Después recibe un correo para volver a entrar.',
    email: 'Correo electrónico de su cuenta',
    ask: 'Pedir que me dejen entrar',
    none: 'Escriba su correo electrónico',
    asked: 'Petición recibida',
    next: 'Si hay una cuenta activa con ese correo, quien supervisa en su institución ve la petición. Hable con esa persona: debe reconocerle antes de aprobar.',
  },
  en: {
    heading: 'I cannot sign in',
    how: 'If you lost your password or your second factor, another person of your institution who supervises confirms that it is you. Then you get a mail to sign in again.',
    email: 'Email address of your account',
    ask: 'Ask to be let in',
    none: 'Enter your email address',
    asked: 'Request received',
    next: 'If there is an active account with that address, your institution’s supervisors see the request. Talk to one of them: they must recognise you before approving.',
  },
} as const;

/** `GET /entrar/recuperar`. */
export function showRecovery(guest: Guest): GuestAnswer {
  const isAsked = guest.query.has('pedido');
  const words = WORDS[guest.language];
  if (!isAsked) return recoveryPage(guest, []);
  const content = (
    <Narrow>
      <BackLink href="/entrar" />
      <h1 class="govuk-heading-l">{words.asked}</h1>
      <p class="govuk-body">{words.next}</p>
    </Narrow>
  );
  return { title: words.asked, content };
}

/** `POST /entrar/recuperar`: the same answer whether or not there is such an account. */
export async function ask(guest: Guest): Promise<GuestAnswer> {
  const email = (guest.form.get('correo') ?? '').trim();
  const words = WORDS[guest.language];
  if (email === '') return recoveryPage(guest, [{ text: words.none, field: 'correo' }]);
  await guest.countAttempt();
  await askRecovery(guest.context.door.db, email);
  return { to: '/entrar/recuperar?pedido' };
}

function recoveryPage(guest: Guest, faults: readonly Fault[]): GuestAnswer {
  const words = WORDS[guest.language];
  const content = (
    <Narrow>
      <BackLink href="/entrar" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.how}</p>
      <GuestForm guest={guest}>
        <Field
          id="correo"
          label={words.email}
          type="email"
          autoComplete="username"
          spellCheck={false}
          value={guest.form.get('correo') ?? ''}
          error={faultOf(faults, 'correo')}
        />
        <Button>{words.ask}</Button>
      </GuestForm>
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
