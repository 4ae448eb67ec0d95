import type { ComponentChildren } from 'preact';
import { useWords } from './language.js';

const WORDS = { es: 'Atención', en: 'Warning' };

/** What somebody must know before doing something that cannot be taken back. */
export function Warning({ children }: { children: ComponentChildren }) {
  const word = useWords(WORDS);
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{word}</span> {children}
      </strong>
    </div>
  );
}
