import { isUnstorable } from '../../../api/edge/storable.js';
import type { Language } from '../../../api/language.js';
import { LONGEST_REASON } from '../../../api/runs/step-requests.js';
import { WORDS } from './words.js';

/** What is wrong with a reason or a reply, in words; `missing` is the sentence for none. */
export function reasonFault(text: string, language: Language, missing: string): string | undefined {
  const words = WORDS[language];
  if (text.trim() === '') return missing;
  if (isUnstorable(text)) return words.sign;
  return [...text].length > LONGEST_REASON ? words.tooLong(LONGEST_REASON) : undefined;
}
