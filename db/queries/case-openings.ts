import type { Database } from '../client.js';
import { caseOpenings } from '../schema/case-openings.js';

/** Records that somebody was shown sealed texts of a case that others wrote. */
export async function addCaseOpening(
  db: Database,
  row: {
    runId: string;
    what: string;
    which: string;
    institutionId: string;
    account: string;
    access: string;
  },
): Promise<void> {
  await db.orm.insert(caseOpenings).values(row);
}
