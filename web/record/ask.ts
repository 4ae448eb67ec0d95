import { detailOf, ProblemError } from '../../api/errors.js';
import { askForEvidence, type EvidenceWish } from '../../api/record/ask-evidence.js';
import { LONGEST_CHECKPOINT } from '../../api/record/wish.js';
import type { Fault } from '../components/error-summary.js';
import { getKey } from '../forms/one-time-key.js';
import type { Redirected, Visit } from '../frame/visit.js';
import { OWN } from './own-checkpoint.js';
import { requestPath } from './request-list.js';
import { RECORD } from './words.js';

/** Enters what a form asks for and leads to its page, or says what to mend; `period` is the field a fault of the period leads to. */
export async function askOrFaults(
  visit: Visit,
  wish: Omit<EvidenceWish, 'checkpoint'>,
  period?: string,
): Promise<Redirected | readonly Fault[]> {
  const { context, form, language } = visit;
  const key = getKey(form);
  // One longer than any is refused as what is none.
  const checkpoint = (form.get(OWN) ?? '').slice(0, LONGEST_CHECKPOINT + 1);
  try {
    return { to: requestPath(await askForEvidence(context, visit, key, { ...wish, checkpoint })) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'rate-limited') return [{ text: RECORD[language].tooMany }];
    const text = detailOf(error, language);
    if (error.code === 'evidence-checkpoint') return [{ text, field: OWN }];
    if (period && /^evidence-(period|period-party|what)$/.test(error.code)) {
      return [{ text, field: period }];
    }
    throw error;
  }
}
