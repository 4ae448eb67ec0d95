import { CONSENTS } from './phrases/consents.js';
import { FACTS } from './phrases/facts.js';
import { JOURNEY } from './phrases/journey.js';
import { PEOPLE } from './phrases/people.js';
import { QUALITY } from './phrases/quality.js';
import { RECALLS } from './phrases/recalls.js';
import { SHARING } from './phrases/sharing.js';

/** What is wrong and what to do, for everything the checker can find. Braces are filled in where it is found. */
export const PHRASES = {
  ...FACTS,
  ...JOURNEY,
  ...PEOPLE,
  ...SHARING,
  ...RECALLS,
  ...CONSENTS,
  ...QUALITY,
} as const;

export type PhraseCode = keyof typeof PHRASES;
