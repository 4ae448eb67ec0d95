import { type Language, say } from '../../../api/language.js';
import { atomWords } from '../../../api/views/atom-words.js';
import { namedIn } from '../../../api/views/words.js';
import { sayLength } from '../../../protocols/compare/words.js';
import type { Deadline, Length } from '../../../protocols/language/deadline.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { MANUAL } from './words.js';

/** A length of time in words; none at all is “at once”. */
export function lengthWords(length: Length, language: Language): string {
  return length.length === 0 ? MANUAL[language].atOnce : say(sayLength(length), language);
}

/** “15 días hábiles, desde que «…» terminó con «…»”. */
export function deadlineWords(
  definition: Definition,
  deadline: Deadline,
  language: Language,
): string {
  const words = MANUAL[language];
  const length = lengthWords(deadline, language);
  const { from } = deadline;
  if (from === undefined || from === 'opening') return words.length(length, words.fromOpening);
  if (from === 'start') return words.length(length, words.fromStart);
  if (from === 'start-then-opening') return words.length(length, words.fromStartThenOpening);
  if ('before' in from) {
    return words.before(length, namedIn(definition.dates, from.before, language).title);
  }
  const after = say(atomWords(definition, from.after, 'holds'), language);
  return words.length(length, words.fromAnswer(lower(after)));
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
