import { holdSeries, paceRefusal } from '../../db/queries/series.js';
import type { RunWrite } from '../../db/queries/write-acts.js';
import { type Refusal, refusal } from '../../protocols/refusals.js';
import type { Door } from '../door.js';
import { randomId } from '../random-id.js';

/**
 * The refusal behind an error of the database when a decision came too fast or its reasons were too much alike; undefined for
 * any other error. Nothing of the decision was written. The first refusal holds the account until a second person releases it;
 * should the process end before that, the same limits refuse the next answer, and hold it then.
 */
export async function refuseSeries(
  door: Door,
  error: unknown,
  writes: readonly RunWrite[],
): Promise<Refusal | undefined> {
  const cause = paceRefusal(error);
  if (!cause) return undefined;
  if (cause !== 'held') {
    for (const { runId: run, entries } of writes) {
      for (const { mark, actor } of entries) {
        if (!mark) continue;
        await holdSeries(door.db.sql, {
          id: randomId(),
          institution: actor.institution,
          run,
          mark,
        });
      }
    }
  }
  return refusal('series-held');
}
