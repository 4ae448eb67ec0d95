import { describedBy, type FieldParts, FormGroup } from './form-group.js';
import { useWords } from './language.js';

const WORDS = {
  es: {
    show: 'Mostrar',
    hide: 'Ocultar',
    showLabel: 'Mostrar la contraseña',
    hideLabel: 'Ocultar la contraseña',
    shown: 'Su contraseña se ve',
    hidden: 'Su contraseña no se ve',
  },
  en: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
};

/** A password; never filled in again by the server. The button that shows it appears with the script. */
export function PasswordField(props: FieldParts & { readonly isNew?: boolean }) {
  const { id, name = id, error, isNew } = props;
  const words = useWords(WORDS);
  return (
    <FormGroup
      parts={props}
      extra="govuk-password-input"
      data={{
        'data-module': 'govuk-password-input',
        'data-i18n.show-password': words.show,
        'data-i18n.hide-password': words.hide,
        'data-i18n.show-password-aria-label': words.showLabel,
        'data-i18n.hide-password-aria-label': words.hideLabel,
        'data-i18n.password-shown-announcement': words.shown,
        'data-i18n.password-hidden-announcement': words.hidden,
      }}
    >
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          class={`govuk-input govuk-password-input__input govuk-js-password-input-input${error ? ' govuk-input--error' : ''}`}
          id={id}
          name={name}
          type="password"
          spellcheck={false}
          aria-describedby={describedBy(props)}
          autocomplete={isNew ? 'new-password' : 'current-password'}
          autocapitalize="none"
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          data-module="govuk-button"
          aria-controls={id}
          aria-label={words.showLabel}
          hidden
        >
          {words.show}
        </button>
      </div>
    </FormGroup>
  );
}
