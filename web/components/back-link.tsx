import { useWords } from './language.js';

const WORDS = { es: 'Volver', en: 'Back' };

/** Where somebody came from; `text` says it where “Volver” would not be clear. */
export function BackLink({ href, text }: { href: string; text?: string }) {
  const word = useWords(WORDS);
  return (
    <a href={href} class="govuk-back-link">
      {text ?? word}
    </a>
  );
}
