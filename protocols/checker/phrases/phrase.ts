import type { Text } from '../../language/text.js';

/** What is wrong and what to do, as a sentence with braces for what is filled in. */
export interface Phrase {
  readonly severity: 'error' | 'warning';
  readonly found: Text;
  readonly fix: Text;
}

/** A phrase of an error: found and fix, Spanish first. */
export const error = (found: [es: string, en: string], fix: [es: string, en: string]): Phrase => ({
  severity: 'error',
  found: { es: found[0], en: found[1] },
  fix: { es: fix[0], en: fix[1] },
});

/** A phrase of a warning. */
export const warning = (
  found: [es: string, en: string],
  fix: [es: string, en: string],
): Phrase => ({
  ...error(found, fix),
  severity: 'warning',
});
