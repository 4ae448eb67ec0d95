import type { Quality } from '../invariant.js';
import { deadSteps } from './dead-steps.js';
import { deadlines } from './deadlines.js';
import { questions, uncollected } from './questions.js';
import { silenceAsConsent, silenceAsRefusal } from './silence.js';

/** What is looked at besides the safeguards, whatever the regime. */
export const QUALITIES: readonly Quality[] = [
  deadSteps,
  silenceAsConsent,
  silenceAsRefusal,
  questions,
  uncollected,
  deadlines,
];
