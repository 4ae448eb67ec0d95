import type { ComponentChildren } from 'preact';
import { arePossible } from '../../../accounts/passkeys.js';
import {
  acceptPasskey,
  acceptTotp,
  offerPasskey,
  offerTotp,
} from '../../../accounts/second-factor.js';
import { totpAddress } from '../../../accounts/totp.js';
import type { Language } from '../../../api/language.js';
import type { User } from '../../../db/queries/users.js';
import { Button } from '../../components/button.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import type { WebContext } from '../../context.js';
import { PasskeyForm } from './passkey-form.js';
import { QrCode } from './qr-code.js';

const WORDS = {
  es: {
    codes: 'Códigos en el teléfono',
    steps: 'Abra una aplicación de códigos (autenticador) y lea esta imagen, o escriba la clave.',
    picture: 'Imagen con la clave para la aplicación de códigos',
    key: 'Clave',
    code: 'Código de seis cifras que muestra la aplicación',
    save: 'Guardar los códigos',
    passkey: 'Llave de acceso',
    passkeyHint: 'Use la huella, el rostro o el PIN de este equipo, o una llave de seguridad.',
    make: 'Crear una llave de acceso',
    failed: 'No se creó la llave de acceso. Intente de nuevo o use los códigos en el teléfono',
    noCode: 'Escriba el código de seis cifras',
    wrong: 'El código no corresponde. Escriba el que la aplicación muestra ahora',
    late: 'Pasó demasiado tiempo. Lea la imagen nueva con la aplicación',
  },
  en: {
    codes: 'Codes on the telephone',
    steps: 'Open an authenticator app and scan this picture, or enter the key.',
    picture: 'Picture with the key for the authenticator app',
    key: 'Key',
    code: 'Six-digit code the app shows',
    save: 'Save the codes',
    passkey: 'Passkey',
    passkeyHint: 'Use the fingerprint, face or PIN of this device, or a security key.',
    make: 'Create a passkey',
    failed: 'The passkey was not created. Try again or use the codes on the telephone',
    noCode: 'Enter the six-digit code',
    wrong: 'The code does not fit. Enter the one the app shows now',
    late: 'Too much time has passed. Scan the new picture with the app',
  },
} as const;

type Person = Pick<User, 'id' | 'email' | 'displayName'>;

/** The two ways to set up a second factor. `hidden` is what binds the forms to session or browser. */
export async function setUpForms(
  context: WebContext,
  person: Person,
  of: {
    language: Language;
    faults: readonly Fault[];
    hidden: ComponentChildren;
    /** Where the forms go; `/codigos` and `/llave-nueva` are added. */
    action: string;
  },
) {
  const { language, faults, hidden, action } = of;
  const words = WORDS[language];
  const { db, vault, clock } = context.door;
  const { publicUrl } = context.web;
  const totp = offerTotp(vault, person.id, clock.now());
  const passkey = arePossible(publicUrl)
    ? await offerPasskey(db, vault, publicUrl, person, clock.now())
    : undefined;
  return (
    <>
      <h2 class="govuk-heading-m">{words.codes}</h2>
      <p class="govuk-body">{words.steps}</p>
      <QrCode text={totpAddress(totp.secret, person.email)} label={words.picture} />
      <p class="govuk-body">
        {`${words.key}: `}
        <strong class="rt-code">{totp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</strong>
      </p>
      <form method="post" action={`${action}/codigos`} noValidate>
        {hidden}
        <input type="hidden" name="sellado" value={totp.sealed} />
        <Field
          id="codigo"
          label={words.code}
          width={10}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={faultOf(faults, 'codigo')}
        />
        <Button>{words.save}</Button>
      </form>
      {passkey && (
        <>
          <h2 class="govuk-heading-m">{words.passkey}</h2>
          <p class="govuk-body">{words.passkeyHint}</p>
          <PasskeyForm
            action={`${action}/llave-nueva`}
            kind="new"
            options={passkey.options}
            button={words.make}
            failed={words.failed}
          >
            {hidden}
            <input type="hidden" name="sellado" value={passkey.sealed} />
          </PasskeyForm>
        </>
      )}
    </>
  );
}

/** Sets up what the form says; the faults to show when it could not be. */
export async function setUp(
  context: WebContext,
  userId: string,
  form: URLSearchParams,
  kind: 'totp' | 'passkey',
  language: Language,
): Promise<Fault[]> {
  const words = WORDS[language];
  const { db, vault, clock } = context.door;
  const sealed = form.get('sellado') ?? '';
  const now = clock.now();
  if (kind === 'passkey') {
    const answer = form.get('respuesta') ?? '';
    const { publicUrl } = context.web;
    const made = await acceptPasskey(db, vault, publicUrl, userId, { sealed, answer }, now);
    return made === 'done' ? [] : [{ text: words.failed }];
  }
  const code = (form.get('codigo') ?? '').trim();
  if (code === '') return [{ text: words.noCode, field: 'codigo' }];
  const made = await acceptTotp(db, vault, userId, { sealed, code }, now);
  return made === 'done' ? [] : [{ text: words[made], field: 'codigo' }];
}
