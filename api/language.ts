import type { Text } from '../protocols/language/text.js';

/** The languages answers come in. */
export type Language = 'es' | 'en';

/**
 * The language a reader prefers, by `Accept-Language` (RFC 9110 section 12.5.4). Spanish when the header is absent,
 * malformed, or names neither language.
 */
export function preferredLanguage(header: string | undefined): Language {
  let best: Language = 'es';
  let bestQuality = 0;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const match = /^\s*(\*|[a-z]{2,3})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(
      part,
    );
    if (!match) continue;
    const tag = match[1]!.toLowerCase();
    const quality = match[2] === undefined ? 1 : Number(match[2]);
    const language = tag === 'en' ? 'en' : tag === 'es' || tag === '*' ? 'es' : undefined;
    if (!language || quality <= bestQuality) continue;
    best = language;
    bestQuality = quality;
  }
  return best;
}

/** A text of a definition in the reader's language. */
export function say(text: Text, language: Language): string {
  return text[language];
}
