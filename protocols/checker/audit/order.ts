import { t } from '../words.js';
import type { Moment, Recording } from './moment.js';

/** How far the date of an act may be from the clock of the record, in ms: a statement that had to wait, no more. */
const CLOCKS_APART = 60_000;

/** The record has no gap, and no entry was recorded before the one it follows or dated otherwise than it happened. */
export function auditOrder({ entry, past, recording, report }: Moment): void {
  const { act, seq, datedAt, recordedAt } = entry;
  const before = past.at(-2);
  if (seq !== (before?.seq ?? 0) + 1) {
    report(
      'INV-A17',
      t('Faltan anotaciones antes de esta.', 'Entries are missing before this one.'),
    );
  }
  if (before && recordedAt < before.recordedAt) {
    report(
      'INV-A17',
      t(
        'Se anotó antes que la anotación anterior.',
        'It was recorded before the entry it follows.',
      ),
    );
  }
  if (act.at !== datedAt) {
    report('INV-A17', t('El acto lleva dos fechas distintas.', 'The act has two different dates.'));
  }
  if (!recording.rehearsal && Math.abs(act.at - recordedAt) > CLOCKS_APART) {
    report(
      'INV-A17',
      t(
        'El acto lleva otra fecha que la de su anotación.',
        'The act is dated otherwise than it was recorded.',
      ),
    );
  }
}

/** Whether the record stops earlier or goes on longer than the list of runs says: entries were taken off or put on. */
export function endsElsewhere({ entries, length }: Recording): boolean {
  return (entries.at(-1)?.seq ?? 0) !== length;
}
