import { arePossible, askForKnown } from '../../../accounts/passkeys.js';
import { proveCode, provePasskey } from '../../../accounts/second-factor.js';
import { outstandingFor, type Proven } from '../../../accounts/sign-in.js';
import {
  closePendingSignIn,
  countPendingTry,
  findPendingSignIn,
  keepPendingState,
  type PendingSignIn,
} from '../../../db/queries/pending-sign-ins.js';
import { findTotp, listPasskeys } from '../../../db/queries/second-factors.js';
import type { Factor } from '../../../db/queries/sessions.js';
import { findUser } from '../../../db/queries/users.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { type Guest, type GuestAnswer, GuestForm, GuestKey } from '../../frame/guest-routes.js';
import { Narrow } from '../../frame/narrow.js';
import { goOn } from '../go-on.js';
import { PasskeyForm } from './passkey-form.js';
import { setUp, setUpForms } from './set-up.js';

const WORDS = {
  es: {
    heading: 'Confirme con su segundo factor',
    code: 'Código de seis cifras',
    hint: 'Lo muestra la aplicación de códigos de su teléfono. Cada código sirve una vez.',
    go: 'Continuar',
    passkey: 'Usar la llave de acceso',
    failed: 'No se usó la llave de acceso. Intente de nuevo',
    lost: 'No tengo mi segundo factor',
    none: 'Escriba el código de seis cifras',
    wrong: 'El código no corresponde o ya se usó. Escriba el que la aplicación muestra ahora',
    wait: 'Hubo varios intentos. Espere {seconds} segundos y escriba el código que se muestre entonces',
    setUp: 'Prepare un segundo factor',
    why: 'Su función permite ver o cambiar casos enteros. Por eso no basta una contraseña: elija una de estas formas.',
  },
  en: {
    heading: 'Confirm with your second factor',
    code: 'Six-digit code',
    hint: 'The authenticator app on your telephone shows it. Each code can be used once.',
    go: 'Continue',
    passkey: 'Use the passkey',
    failed: 'The passkey was not used. Try again',
    lost: 'I do not have my second factor',
    none: 'Enter the six-digit code',
    wrong: 'The code does not fit or was used before. Enter the one the app shows now',
    wait: 'There were several attempts. Wait {seconds} seconds and enter the code shown then',
    setUp: 'Set up a second factor',
    why: 'Your role can see or change whole cases. That is why a password is not enough: choose one of these ways.',
  },
} as const;

type Pending = PendingSignIn & Proven;

/** Answers for the person whose password was right in this browser; anybody else begins again. */
function whenPending(
  answer: (guest: Guest, pending: Pending) => Promise<GuestAnswer>,
): (guest: Guest) => Promise<GuestAnswer> {
  return async (guest) => {
    const pending = await findPendingSignIn(guest.context.door.db, guest.entry);
    const userId = pending?.userId;
    if (!pending || !userId) return { to: '/entrar' };
    const { only } = pending.state;
    return answer(guest, { ...pending, userId, ...(only === undefined ? {} : { only }) });
  };
}

/** `GET /entrar/segundo`. */
export const showSecond = whenPending((guest, pending) => secondPage(guest, pending, []));

/** `POST /entrar/segundo`: a time code. */
export const proveByCode = whenPending(async (guest, pending) => {
  const words = WORDS[guest.language];
  const fault = (text: string) => secondPage(guest, pending, [{ text, field: 'codigo' }]);
  const code = (guest.form.get('codigo') ?? '').trim();
  if (code === '') return fault(words.none);
  await guest.countAttempt();
  const { db, vault, clock } = guest.context.door;
  const proof = await proveCode(db, vault, pending.userId, code, clock.now());
  if (proof === true) return complete(guest, pending, 'totp');
  if (proof !== false) return fault(words.wait.replace('{seconds}', String(proof)));
  await countPendingTry(db, pending.id);
  return fault(words.wrong);
});

/** `POST /entrar/segundo/llave`: a passkey's signature. */
export const proveByPasskey = whenPending(async (guest, pending) => {
  await guest.countAttempt();
  const { context, form } = guest;
  const { challenge, ...rest } = pending.state;
  // Asked once, answered once: a repeated answer meets no challenge.
  await keepPendingState(context.door.db, pending.id, rest);
  const { publicUrl } = context.web;
  const answer = form.get('respuesta') ?? '';
  const isProven =
    challenge !== undefined &&
    (await provePasskey(context.door.db, publicUrl, pending.userId, challenge, answer));
  if (isProven) return complete(guest, pending, 'passkey');
  await countPendingTry(context.door.db, pending.id);
  return secondPage(guest, pending, [{ text: WORDS[guest.language].failed }]);
});

/** `POST /entrar/segundo/codigos` and `…/llave-nueva`: the first second factor of a person who needs one. */
export function setUpFirst(kind: 'totp' | 'passkey') {
  return whenPending(async (guest, pending) => {
    const { context, form, language } = guest;
    // Whoever has one must use it: this must not be a way around it.
    const outstanding = await outstandingFor(context.door.db, pending, context.web);
    if (outstanding !== 'set-up') return { to: '/entrar/segundo' };
    const faults = await setUp(context, pending.userId, form, kind, language);
    if (faults.length > 0) return secondPage(guest, pending, faults);
    return complete(guest, pending, kind);
  });
}

async function complete(guest: Guest, pending: Pending, factor: Factor): Promise<GuestAnswer> {
  const isFirst = await closePendingSignIn(guest.context.door.db, pending.id);
  if (!isFirst) return { to: '/entrar' };
  return goOn(guest, { ...pending, factors: [...pending.factors, factor] }, pending.back);
}

async function secondPage(
  guest: Guest,
  pending: Pending,
  faults: readonly Fault[],
): Promise<GuestAnswer> {
  const { context, language } = guest;
  const words = WORDS[language];
  const outstanding = await outstandingFor(context.door.db, pending, context.web);
  if (outstanding === 'nothing' || outstanding === 'role') return { to: '/entrar' };
  const isSetUp = outstanding === 'set-up';
  const title = isSetUp ? words.setUp : words.heading;
  const content = (
    <Narrow>
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      {isSetUp ? await setUpParts(guest, pending, faults) : await askParts(guest, pending, faults)}
    </Narrow>
  );
  return { title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

async function setUpParts(guest: Guest, pending: Pending, faults: readonly Fault[]) {
  const { context, language } = guest;
  const user = await findUser(context.door.db, pending.userId);
  if (!user) return null;
  const hidden = <GuestKey guest={guest} />;
  return (
    <>
      <p class="govuk-body">{WORDS[language].why}</p>
      {await setUpForms(context, user, { language, faults, hidden, action: '/entrar/segundo' })}
    </>
  );
}

async function askParts(guest: Guest, pending: Pending, faults: readonly Fault[]) {
  const { context, language } = guest;
  const { db } = context.door;
  const words = WORDS[language];
  const [totp, keys] = await Promise.all([
    findTotp(db, pending.userId),
    listPasskeys(db, pending.userId),
  ]);
  const { publicUrl } = context.web;
  const asked =
    keys.length > 0 && arePossible(publicUrl) ? await askForKnown(publicUrl, keys) : undefined;
  if (asked) {
    await keepPendingState(db, pending.id, { ...pending.state, challenge: asked.challenge });
  }
  return (
    <>
      {asked && (
        <PasskeyForm
          action="/entrar/segundo/llave"
          kind="known"
          options={asked.options}
          button={words.passkey}
          failed={words.failed}
        >
          <GuestKey guest={guest} />
        </PasskeyForm>
      )}
      {totp && (
        <GuestForm guest={guest} action="/entrar/segundo">
          <Field
            id="codigo"
            label={words.code}
            hint={words.hint}
            width={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            error={faultOf(faults, 'codigo')}
          />
          <Button>{words.go}</Button>
        </GuestForm>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar/recuperar">
          {words.lost}
        </a>
      </p>
    </>
  );
}
