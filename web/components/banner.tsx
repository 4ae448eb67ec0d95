import type { ComponentChildren } from 'preact';
import { useWords } from './language.js';

const WORDS = {
  es: { important: 'Importante', success: 'Hecho' },
  en: { important: 'Important', success: 'Success' },
};

/** Something about the whole page: `success` says what was just done and is read out at once. One a page. */
export function Banner(props: {
  readonly kind?: 'success';
  readonly title?: string;
  /** One sentence, set large. */
  readonly text?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const { kind, title, text, children } = props;
  const words = useWords(WORDS);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles, region and alert, take a name
    <div
      class={`govuk-notification-banner${kind ? ` govuk-notification-banner--${kind}` : ''}`}
      role={kind ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title ?? words[kind ?? 'important']}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {text && <p class="govuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
