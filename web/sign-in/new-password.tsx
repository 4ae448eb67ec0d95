import {
  faultOfPassword,
  LONGEST,
  type PasswordFault,
  SHORTEST,
} from '../../accounts/passwords.js';
import type { Language } from '../../api/language.js';
import { type Fault, faultOf } from '../components/error-summary.js';
import { PasswordField } from '../components/password-field.js';

const WORDS = {
  es: {
    label: 'Nueva contraseña',
    hint: `${SHORTEST} signos o más. Una frase larga que solo usted diría sirve mejor que signos raros.`,
    none: 'Escriba la nueva contraseña',
    'too-short': `La contraseña debe tener ${SHORTEST} signos o más`,
    'too-long': `La contraseña debe tener ${LONGEST} signos o menos`,
    'too-simple':
      'Esa contraseña se adivina pronto. Use una frase que no siga el teclado ni repita signos',
    'too-close': 'La contraseña se parece a su nombre, su correo o este servicio. Use otra frase',
  },
  en: {
    label: 'New password',
    hint: `${SHORTEST} characters or more. A long phrase only you would say is better than odd characters.`,
    none: 'Enter the new password',
    'too-short': `The password must have ${SHORTEST} characters or more`,
    'too-long': `The password must have ${LONGEST} characters or fewer`,
    'too-simple':
      'That password is guessed quickly. Use a phrase that does not follow the keyboard or repeat characters',
    'too-close': 'The password is like your name, your address or this service. Use another phrase',
  },
} as const satisfies Record<Language, Record<PasswordFault | 'label' | 'hint' | 'none', string>>;

/** The field for a new password. One field: it can be shown, so it need not be typed twice. */
export function NewPassword(props: {
  faults: readonly Fault[];
  language: Language;
  /** For password managers. */
  email: string;
}) {
  const words = WORDS[props.language];
  return (
    <>
      <input type="text" name="correo" value={props.email} autocomplete="username" hidden />
      <PasswordField
        id="nueva"
        label={words.label}
        hint={words.hint}
        isNew
        error={faultOf(props.faults, 'nueva')}
      />
    </>
  );
}

/** What is wrong with the new password of a form; empty when it can be taken. */
export function faultsOfNew(
  form: URLSearchParams,
  near: readonly string[],
  language: Language,
): Fault[] {
  const password = form.get('nueva') ?? '';
  const fault = password === '' ? 'none' : faultOfPassword(password, near);
  return fault ? [{ text: WORDS[language][fault], field: 'nueva' }] : [];
}
