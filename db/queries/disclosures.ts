import { sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { ReleaseState } from '../schema/releases.js';

/** One share of a run and who opened it. Instants are epoch milliseconds. */
export interface Disclosure extends Record<string, unknown> {
  readonly share: string;
  readonly step: string;
  readonly role: string;
  readonly institution: string;
  readonly categories: string[];
  readonly state: ReleaseState;
  readonly createdAt: number;
  readonly releasedAt: number | null;
  readonly acknowledgeBy: number | null;
  readonly acknowledgedAt: number | null;
  readonly openings: readonly { readonly institution: string; readonly at: number }[];
}

/** Everything of a run that was shared, held back or is on its way, oldest first, with each opening of a packet. */
export async function listDisclosures(db: Database, runId: string): Promise<Disclosure[]> {
  const epoch = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::float8`);
  const rows = await db.orm.execute<Omit<Disclosure, 'openings'> & { openings: string }>(sql`
    SELECT x.share, x.step, x.to_role AS role, x.institution_id AS institution, x.categories, x.state,
      ${epoch('x.created_at')} AS "createdAt", ${epoch('x.released_at')} AS "releasedAt",
      ${epoch('x.acknowledge_by')} AS "acknowledgeBy", ${epoch('x.acknowledged_at')} AS "acknowledgedAt",
      (SELECT coalesce(json_agg(json_build_object('institution', o.institution_id, 'at', ${epoch('o.opened_at')})
        ORDER BY o.opened_at), '[]') FROM share_openings o WHERE o.run_id = x.run_id AND o.share = x.share)::text AS openings
    FROM releases x WHERE x.run_id = ${runId} ORDER BY x.created_at, x.share`);
  return rows.map(({ openings, ...row }) => ({
    ...row,
    openings: JSON.parse(openings) as Disclosure['openings'],
  })) as Disclosure[];
}
