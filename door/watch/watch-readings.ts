import {
  listReadingInstitutions,
  listReadings,
  raiseReadingAlarm,
} from '../../db/queries/reading-watch.js';
import type { Door } from '../door.js';
import { randomId } from '../random-id.js';
import { DAYS_NEEDED, judgeReadings, SPAN } from './judge.js';

/**
 * Looks at who read which cases, institution by institution, and raises an alarm for each account that read far too many; how many
 * were raised.
 */
export async function watchReadings({ db: { sql } }: Pick<Door, 'db'>): Promise<number> {
  let raised = 0;
  for (const institution of await listReadingInstitutions(sql, SPAN)) {
    const readings = await listReadings(sql, { institution, days: DAYS_NEEDED, recent: SPAN });
    for (const unusual of judgeReadings(readings)) {
      if (await raiseReadingAlarm(sql, { id: randomId(), ...unusual })) raised += 1;
    }
  }
  return raised;
}
