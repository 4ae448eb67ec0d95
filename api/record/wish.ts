import { parseCheckpoint } from '../../record/note/checkpoint.js';
import { parseNote } from '../../record/note/note.js';
import { ProblemError } from '../errors.js';

/** Longest period of one file, in days. */
export const LONGEST_PERIOD = 31;
/** Longest checkpoint somebody may paste, in characters: one has some hundred for each witness. */
export const LONGEST_CHECKPOINT = 20_000;

const DAY = 86_400_000;

/** Two instants, epoch milliseconds; the second is not part of it. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A period of whole days in UTC, both included. Throws `evidence-period` for none, a long one, and one that has not begun. */
export function periodOf(
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): Period {
  const period = { from: dayOf(from), to: dayOf(to) + DAY };
  const days = (period.to - period.from) / DAY;
  const isOne = days >= 1 && days <= LONGEST_PERIOD && period.to - DAY <= now;
  if (!isOne) throw new ProblemError('evidence-period', { params: { days: LONGEST_PERIOD } });
  return period;
}

function dayOf(text: string): number {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : Number.NaN;
}

/**
 * Entries of the log when a reader's checkpoint was signed. It may have more than the log has now: then the file will show that
 * the log was cut. Throws `evidence-checkpoint` for what is none of this log.
 */
export function ownSizeOf(text: string, origin: string | undefined): number {
  const note = parseNote(`${text.replaceAll('\r\n', '\n').trim()}\n`);
  const checkpoint = parseCheckpoint(note?.text ?? '');
  if (checkpoint && checkpoint.origin === origin) return checkpoint.size;
  throw new ProblemError('evidence-checkpoint');
}
