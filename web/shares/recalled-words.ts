import type { ShareView } from '../../api/schemas/shares.js';
import { momentOf } from '../../api/views/due-view.js';

const RECALLED = {
  es: {
    since: (moment: string) => `Desde el ${moment}: no los use`,
    destroyed: 'se respondió que se destruyeron',
    returned: 'se respondió que se devolvieron',
    kept: 'se conservan por obligación legal',
    unanswered: 'sin respuesta',
  },
  en: {
    since: (moment: string) => `Since ${moment}: do not use them`,
    destroyed: 'answered: destroyed',
    returned: 'answered: returned',
    kept: 'kept by a legal obligation',
    unanswered: 'no answer yet',
  },
} as const;

/** That data was recalled, since when and what became of it; undefined where it was not. Never why. */
export function recalledWords(
  { recalled }: Pick<ShareView, 'recalled'>,
  language: 'es' | 'en',
  timeZone: string,
): string | undefined {
  if (!recalled) return undefined;
  const words = RECALLED[language];
  const at = (iso: string) => momentOf(Date.parse(iso), timeZone, language);
  const { answer, answeredAt } = recalled;
  const answered = answer ? words[answer] : words.unanswered;
  return `${words.since(at(recalled.at))}; ${answered}${answeredAt ? ` (${at(answeredAt)})` : ''}`;
}
