/** A sentence a person reads, in both languages of the product. */
export interface BilingualText {
  es: string;
  en: string;
}

/** Language of terminal output. */
export type Language = 'es' | 'en';

/** Spanish unless the locale of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`) is English. */
export function languageOf(env: Record<string, string | undefined>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'es';
}

/** Both languages in one string, Spanish first: for errors, whose reader is not known. */
export function bothLanguages(text: BilingualText): string {
  return `${text.es}\n${text.en}`;
}

/**
 * An error an operator can act on: what happened, why, and what to do, in Spanish and English.
 * `cause` carries the technical reason; nothing personal may be put into the text.
 */
export class OperatorError extends Error {
  readonly text: BilingualText;

  constructor(text: BilingualText, options?: { cause?: unknown }) {
    super(bothLanguages(text), options);
    this.name = 'OperatorError';
    this.text = text;
  }
}
