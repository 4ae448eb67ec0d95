import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { StoredRun } from './find-run.js';

/** Open runs of a protocol that an institution started after an instant, newest first. */
export async function listRecentStarts(
  db: Database,
  of: {
    readonly institution: string;
    readonly protocol: string;
    readonly rehearsal: boolean;
    /** Epoch milliseconds. */
    readonly after: number;
    readonly limit: number;
  },
): Promise<Pick<StoredRun, 'id' | 'state'>[]> {
  const rows = await db.orm.execute<{ id: string; state: string }>(sql`
    SELECT id, state::text AS state FROM runs
    WHERE started_by = ${of.institution} AND protocol = ${of.protocol} AND rehearsal = ${of.rehearsal} AND ended_at IS NULL
      AND started_at > to_timestamp(${of.after}::float8 / 1000)
    ORDER BY started_at DESC LIMIT ${of.limit}`);
  return rows.map(({ id, state }) => ({ id, state: JSON.parse(state) as StoredRun['state'] }));
}
