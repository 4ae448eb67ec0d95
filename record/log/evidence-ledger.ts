import type { LeafRow } from '../../db/queries/log/leaves.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { readRecordingIn } from '../../db/queries/read-recording.js';
import type { LedgerLine } from '../pack/lines.js';

/** What the tables say now of the runs these leaves are about. */
export async function ledgerLines(tx: Queryable, rows: readonly LeafRow[]): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for (const run of new Set(rows.flatMap(({ runId }) => runId ?? []))) {
    const recording = await readRecordingIn(tx, run);
    if (!recording) continue;
    const { rehearsal, length, shares, entries } = recording;
    const kept = entries.flatMap(({ seq, kept }) => (kept ? [seq] : []));
    lines.push({ t: 'ledger', run, rehearsal, length, kept, shares });
  }
  return lines;
}
